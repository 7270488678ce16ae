package io.secplat.workers.notify.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.workers.notify.channel.Channel;
import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.channel.Delivery;
import io.secplat.workers.notify.channel.Lookup;
import jakarta.json.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioLookupTest extends TwilioBench {

    private static final String FROM = "whatsapp:" + FakeTwilio.WHATSAPP_FROM;
    private static final String TO = "whatsapp:" + FakeTwilio.WHATSAPP_TO;
    private static final String BODY = "SecPlat alert: 1 asset(s) down: a";

    private final Instant now = Clock.systemUTC().instant();

    private static Lookup found(String sid) {
        return new Lookup.Found(Json.createObjectBuilder().add("sid", sid).build());
    }

    @Test
    void a_message_whose_answer_was_lost_is_found() throws Exception {
        twilio.answers(FakeTwilio.Answer.hangsUp(true));

        assertThat(whatsapp().deliver(outage("a"))).isEqualTo(new Delivery.Uncertain());
        assertThat(whatsapp().find(outage("a"))).isEqualTo(found("SM" + "0".repeat(31) + "1"));
        assertThat(twilio.hits().get(1).method()).isEqualTo("GET");
    }

    @Test
    void a_message_that_never_arrived_is_absent() throws Exception {
        twilio.answers(FakeTwilio.Answer.hangsUp(false));

        assertThat(whatsapp().deliver(outage("a"))).isEqualTo(new Delivery.Uncertain());
        assertThat(whatsapp().find(outage("a"))).isEqualTo(new Lookup.Absent());
    }

    @Test
    void a_message_of_another_text_sender_or_recipient_is_not_ours() throws Exception {
        String unused1 = twilio.holds(FROM, TO, BODY + "b", now);
        String unused2 = twilio.holds(FROM, "whatsapp:+4915100000000", BODY, now);
        String unused3 = twilio.holds("whatsapp:+14155230000", TO, BODY, now);

        assertThat(whatsapp().find(outage("a"))).isEqualTo(new Lookup.Absent());
    }

    @Test
    void an_equal_message_of_long_ago_is_not_ours() throws Exception {
        String unused =
                twilio.holds(FROM, TO, BODY, now.minus(TwilioChannel.LOOK_BACK).minusSeconds(5));

        assertThat(whatsapp().find(outage("a"))).isEqualTo(new Lookup.Absent());
    }

    @Test
    void of_two_equal_messages_the_newest_is_ours() throws Exception {
        String unused = twilio.holds(FROM, TO, BODY, now.minusSeconds(600));
        String newest = twilio.holds(FROM, TO, BODY, now.minusSeconds(5));

        assertThat(whatsapp().find(outage("a"))).isEqualTo(found(newest));
    }

    @Test
    void later_pages_are_looked_at() throws Exception {
        twilio.pagesOf(2);
        String ours = twilio.holds(FROM, TO, BODY, now.minusSeconds(100));
        fill(5);

        assertThat(whatsapp().find(outage("a"))).isEqualTo(found(ours));
        assertThat(twilio.hits()).hasSize(3);
        assertThat(twilio.hits()).extracting(FakeTwilio.Hit::authorization).doesNotContain("null");
    }

    @Test
    void too_many_pages_tell_nothing() throws Exception {
        twilio.pagesOf(2);
        fill(40);

        assertThat(whatsapp().find(outage("a"))).isEqualTo(new Lookup.Unknowable());
        assertThat(twilio.hits()).hasSize(TwilioChannel.MOST_PAGES);
    }

    @Test
    void pages_of_long_ago_are_not_asked_for() throws Exception {
        twilio.pagesOf(2);
        for (int i = 0; i < 10; i++) {
            String unused = twilio.holds(FROM, TO, "old " + i, now.minus(Duration.ofHours(2)));
        }

        assertThat(whatsapp().find(outage("a"))).isEqualTo(new Lookup.Absent());
        assertThat(twilio.hits()).hasSize(1);
    }

    private void fill(int messages) {
        for (int i = 0; i < messages; i++) {
            String unused = twilio.holds(FROM, TO, "other " + i, now.minusSeconds(i));
        }
    }

    @ParameterizedTest
    @CsvSource({"429, 20429", "503, 0"})
    void a_list_that_is_not_to_be_had_now_is_asked_for_later(int status, int code) throws Exception {
        twilio.lists(FakeTwilio.Answer.refused(status, code, "9"));

        assertThat(whatsapp().find(outage("a"))).isEqualTo(Lookup.Later.answered(Optional.of(Duration.ofSeconds(9))));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404})
    void a_list_that_is_refused_tells_nothing(int status) throws Exception {
        twilio.lists(FakeTwilio.Answer.refused(status, 0, null));

        assertThat(whatsapp().find(outage("a"))).isEqualTo(new Lookup.Unknowable());
    }

    @Test
    void a_twilio_that_is_away_or_silent_is_asked_later() throws Exception {
        Channel hasty = channel(ChannelName.WHATSAPP, Map.of("TWILIO_TIMEOUT_MS", "200"));
        twilio.isSilent(true);
        assertThat(hasty.find(outage("a"))).isEqualTo(new Lookup.Later(Optional.empty()));
        twilio.close();
        assertThat(hasty.find(outage("a"))).isEqualTo(new Lookup.Later(Optional.empty()));
    }
}
