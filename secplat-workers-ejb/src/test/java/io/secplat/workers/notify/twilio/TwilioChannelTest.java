package io.secplat.workers.notify.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.workers.notify.channel.Channel;
import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.channel.Delivery;
import io.secplat.workers.notify.channel.Rate;
import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioChannelTest extends TwilioBench {

    @Test
    void an_outage_goes_to_whatsapp_as_the_contract_says() throws Exception {
        Delivery delivery = whatsapp().deliver(outage("billing-web", "juice-shop"));

        assertThat(delivery)
                .isEqualTo(new Delivery.Delivered(Json.createObjectBuilder()
                        .add("sid", "SM" + "0".repeat(31) + "1")
                        .build()));
        assertThat(twilio.hits()).singleElement().satisfies(hit -> {
            String basic = FakeTwilio.SID + ":" + FakeTwilio.TOKEN;
            assertThat(hit.method()).isEqualTo("POST");
            assertThat(hit.path()).isEqualTo("/2010-04-01/Accounts/" + FakeTwilio.SID + "/Messages.json");
            assertThat(hit.authorization())
                    .isEqualTo("Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)));
            assertThat(hit.form())
                    .isEqualTo(Map.of(
                            "From", "whatsapp:" + FakeTwilio.WHATSAPP_FROM,
                            "To", "whatsapp:" + FakeTwilio.WHATSAPP_TO,
                            "Body", "SecPlat alert: 2 asset(s) down: billing-web, juice-shop"));
        });
    }

    @Test
    void a_notification_has_title_body_and_link_on_lines_of_their_own() throws Exception {
        assertThat(whatsapp().deliver(told("billing-web is down", "HTTP 503 – “ж” & more.", LINK)))
                .isInstanceOf(Delivery.Delivered.class);

        assertThat(body()).isEqualTo("SecPlat: billing-web is down\nHTTP 503 – “ж” & more.\n" + LINK);
    }

    @Test
    void a_notification_without_body_and_link_is_one_line() throws Exception {
        assertThat(whatsapp().deliver(told("Hello", "", null))).isInstanceOf(Delivery.Delivered.class);

        assertThat(body()).isEqualTo("SecPlat: Hello");
    }

    @Test
    void a_long_body_is_cut_for_whatsapp_and_keeps_its_link() throws Exception {
        assertThat(whatsapp().deliver(told("t", "a".repeat(3_000), LINK))).isInstanceOf(Delivery.Delivered.class);

        assertThat(body()).hasSize(1_600).endsWith("aaa…\n" + LINK);
    }

    @Test
    void a_cut_for_whatsapp_divides_no_character() throws Exception {
        assertThat(whatsapp().deliver(told("t", "\uD83D\uDD25".repeat(900), LINK)))
                .isInstanceOf(Delivery.Delivered.class);
        assertThat(whatsapp().deliver(told("tt", "\uD83D\uDD25".repeat(900), LINK)))
                .isInstanceOf(Delivery.Delivered.class);

        assertThat(twilio.hits())
                .hasSize(2)
                .allSatisfy(hit ->
                        assertThat(hit.form().get("Body")).doesNotContain("?").hasSizeBetween(1_599, 1_600));
    }

    @Test
    void an_sms_goes_between_plain_numbers_and_keeps_to_its_segments() throws Exception {
        assertThat(sms().deliver(told("“billing-web” is down", "a".repeat(3_000), LINK)))
                .isInstanceOf(Delivery.Delivered.class);

        assertThat(twilio.hits()).singleElement().satisfies(hit -> assertThat(hit.form())
                .containsEntry("From", FakeTwilio.SMS_FROM)
                .containsEntry("To", FakeTwilio.SMS_TO));
        assertThat(body())
                .startsWith("SecPlat: \"billing-web\" is down\naaa")
                .endsWith("...\n" + LINK)
                .hasSize(459);
    }

    @Test
    void an_installation_chooses_how_many_segments_it_pays_for() throws Exception {
        Channel short1 = channel(ChannelName.SMS, Map.of("SMS_MAX_SEGMENTS", "1"));

        assertThat(short1.deliver(told("t", "a".repeat(300), LINK))).isInstanceOf(Delivery.Delivered.class);

        assertThat(body()).hasSize(160).endsWith(LINK);
    }

    @Test
    void recipients_are_masked_and_each_way_has_its_own_rate() {
        assertThat(whatsapp().recipient()).isEqualTo("whatsapp:+49…4711");
        assertThat(sms().recipient()).isEqualTo("sms:+49…5822");
        assertThat(whatsapp().rate()).isEqualTo(new Rate(1, 3));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 503})
    void a_passing_trouble_is_tried_again_and_not_by_the_library(int status) throws Exception {
        twilio.answers(FakeTwilio.Answer.refused(status, 0, null));

        assertThat(whatsapp().deliver(outage("a"))).isEqualTo(new Delivery.TryAgain(Optional.empty()));
        assertThat(twilio.hits()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"429, 20429", "400, 20429", "400, 63018", "429, 63018"})
    void a_wish_of_twilio_to_wait_is_passed_on(int status, int code) throws Exception {
        twilio.answers(FakeTwilio.Answer.refused(status, code, "7"));

        assertThat(sms().deliver(outage("a"))).isEqualTo(new Delivery.TryAgain(Optional.of(Duration.ofSeconds(7))));
    }

    @Test
    void a_twilio_that_says_come_at_once_is_not_asked_again_by_the_library() throws Exception {
        twilio.answers(FakeTwilio.Answer.refused(503, 0, "0"));

        assertThat(whatsapp().deliver(outage("a"))).isEqualTo(new Delivery.TryAgain(Optional.of(Duration.ZERO)));
        assertThat(twilio.hits()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"400, 21211", "401, 20003", "403, 20005", "404, 20404", "410, 0", "422, 0", "302, 0"})
    void a_refusal_is_final(int status, int code) throws Exception {
        twilio.answers(FakeTwilio.Answer.refused(status, code, null));

        assertThat(whatsapp().deliver(outage("a"))).isEqualTo(new Delivery.GiveUp());
        assertThat(twilio.hits()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 504, 520})
    void a_gateway_that_gave_up_waiting_leaves_it_open(int status) throws Exception {
        twilio.answers(FakeTwilio.Answer.refused(status, 0, null));

        assertThat(whatsapp().deliver(outage("a"))).isEqualTo(new Delivery.Uncertain());
        assertThat(twilio.hits()).hasSize(1);
    }

    @Test
    void an_answer_that_is_lost_leaves_it_open() throws Exception {
        twilio.answers(FakeTwilio.Answer.hangsUp(true));

        assertThat(whatsapp().deliver(outage("a"))).isEqualTo(new Delivery.Uncertain());
        assertThat(twilio.hits()).hasSize(1);
    }

    @Test
    void an_answer_that_comes_late_leaves_it_open() throws Exception {
        twilio.isSilent(true);
        Channel hasty = channel(ChannelName.WHATSAPP, Map.of("TWILIO_TIMEOUT_MS", "200"));

        assertThat(hasty.deliver(outage("a"))).isEqualTo(new Delivery.Uncertain());
        assertThat(twilio.takenCount()).isEqualTo(1);
    }

    @Test
    void a_twilio_that_is_not_there_is_tried_again() throws Exception {
        Channel channel = whatsapp();
        twilio.close();

        assertThat(channel.deliver(outage("a"))).isEqualTo(new Delivery.TryAgain(Optional.empty()));
    }

    @Test
    void a_worker_that_stops_is_not_held_up() {
        twilio.isSilent(true);
        Channel channel = whatsapp();
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> channel.deliver(outage("a"))).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    private String body() {
        return String.valueOf(twilio.hits().get(0).form().get("Body"));
    }
}
