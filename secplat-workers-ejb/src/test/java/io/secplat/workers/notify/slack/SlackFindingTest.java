package io.secplat.workers.notify.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.workers.notify.channel.Channel;
import io.secplat.workers.notify.channel.Delivery;
import io.secplat.workers.notify.channel.Lookup;
import io.secplat.workers.notify.channel.Parcel;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackFindingTest {

    /** Goes on when told to. */
    private static final class HandClock extends Clock {

        private volatile Instant now = Clock.systemUTC().instant();

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private final HandClock clock = new HandClock();
    private final FakeSlackApi slack = new FakeSlackApi();
    private final Channel channel = slack.channel("#ops", clock);

    @AfterEach
    void close() {
        slack.close();
    }

    private JsonObject reference(int message) {
        FakeSlackChannels.Posted posted = slack.channels().messages().get(message);
        return new SlackThread(posted.channel(), posted.ts()).reference();
    }

    private Parcel lost() throws InterruptedException {
        slack.onceAnswers("chat.postMessage", new FakeSlackApi.Answer.DoesAndIsLost());
        Parcel parcel = SlackParcels.down("billing-web");
        assertThat(channel.deliver(parcel)).isEqualTo(new Delivery.Uncertain());
        return parcel;
    }

    @Test
    void a_message_whose_acceptance_was_lost_is_found() throws Exception {
        Parcel parcel = lost();
        slack.channels().chatter(3);

        assertThat(channel.find(parcel)).isEqualTo(new Lookup.Found(reference(0)));
        FakeSlackApi.Request asked = slack.requests("conversations.history").get(0);
        assertThat(asked.argument("include_all_metadata")).isIn("1", "true");
        assertThat(asked.argument("channel")).isEqualTo(FakeSlackChannels.ID);
        assertThat(Long.parseLong(asked.argument("oldest")))
                .isEqualTo(clock.instant().minus(Duration.ofMinutes(5)).getEpochSecond());
    }

    @Test
    void a_message_is_found_on_a_later_page() throws Exception {
        Parcel parcel = lost();
        slack.channels().chatter(5);
        slack.channels().pagesOf(2);

        assertThat(channel.find(parcel)).isEqualTo(new Lookup.Found(reference(0)));
        assertThat(slack.requests("conversations.history")).hasSize(3);
    }

    @Test
    void another_process_finds_it_too() throws Exception {
        Parcel parcel = lost();

        assertThat(slack.channel("#ops", clock).find(parcel)).isEqualTo(new Lookup.Found(reference(0)));
        assertThat(slack.channel(FakeSlackChannels.ID, clock).find(parcel)).isEqualTo(new Lookup.Found(reference(0)));
        assertThat(slack.requests("conversations.list")).hasSize(1);
    }

    @Test
    void a_message_that_never_arrived_is_absent_once_slack_had_time_to_post_it() throws Exception {
        slack.onceAnswers("chat.postMessage", new FakeSlackApi.Answer.IsLost());
        Parcel parcel = SlackParcels.down("billing-web");
        assertThat(channel.deliver(parcel)).isEqualTo(new Delivery.Uncertain());
        slack.channels().chatter(3);

        assertThat(channel.find(parcel)).isEqualTo(new Lookup.Later(Optional.of(Duration.ofSeconds(5))));
        clock.pass(Duration.ofSeconds(5));
        assertThat(channel.find(parcel)).isEqualTo(new Lookup.Absent());
    }

    @Test
    void another_message_is_not_taken_for_it() throws Exception {
        Delivery other = channel.deliver(SlackParcels.down("billing-web"));

        assertThat(other).isInstanceOf(Delivery.Delivered.class);
        assertThat(channel.find(SlackParcels.down("billing-web"))).isEqualTo(new Lookup.Absent());
    }

    @Test
    void the_look_back_ends_somewhere_and_then_nothing_is_known() throws Exception {
        slack.channels().chatter(30);
        slack.channels().pagesOf(2);

        assertThat(channel.find(SlackParcels.down("billing-web"))).isEqualTo(new Lookup.Unknowable());
        assertThat(slack.requests("conversations.history")).hasSize(5);
    }

    @Test
    void a_reply_is_found_in_its_thread() throws Exception {
        JsonObject outage = SlackParcels.reference(channel.deliver(SlackParcels.down("billing-web")));
        Parcel parcel = SlackParcels.recovered(outage, "billing-web");
        slack.onceAnswers("chat.postMessage", new FakeSlackApi.Answer.DoesAndIsLost());
        assertThat(channel.deliver(parcel)).isEqualTo(new Delivery.Uncertain());

        assertThat(channel.find(parcel)).isEqualTo(new Lookup.Found(reference(1)));
        assertThat(slack.requests("conversations.history")).isEmpty();
    }

    @Test
    void a_reply_that_became_a_message_of_its_own_is_found_in_the_channel() throws Exception {
        JsonObject outage = new SlackThread(FakeSlackChannels.ID, "1.000000").reference();
        Parcel parcel = SlackParcels.recovered(outage, "billing-web");
        assertThat(channel.deliver(parcel)).isInstanceOf(Delivery.Delivered.class);

        assertThat(channel.find(parcel)).isEqualTo(new Lookup.Found(reference(0)));
    }

    @Test
    void slack_may_ask_for_time() throws Exception {
        Parcel parcel = lost();
        slack.says("conversations.list", 429, Map.of("Retry-After", "30"), "{\"ok\":false,\"error\":\"ratelimited\"}");
        assertThat(channel.find(parcel)).isEqualTo(Lookup.Later.answered(Optional.of(Duration.ofSeconds(30))));

        slack.obeys("conversations.list");
        slack.says("conversations.history", 429, Map.of("Retry-After", "7"), "");
        assertThat(channel.find(parcel)).isEqualTo(Lookup.Later.answered(Optional.of(Duration.ofSeconds(7))));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void a_slack_in_trouble_is_asked_later(int status) throws Exception {
        Parcel parcel = lost();
        slack.says("conversations.history", status, Map.of(), "<html>");

        assertThat(channel.find(parcel)).isEqualTo(new Lookup.Later(Optional.empty()));
    }

    @Test
    void a_slack_that_is_away_is_asked_later() throws Exception {
        Parcel parcel = lost();
        slack.close();

        assertThat(channel.find(parcel)).isEqualTo(new Lookup.Later(Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing_scope", "not_in_channel", "invalid_auth"})
    void who_may_not_look_cannot_know(String error) throws Exception {
        Parcel parcel = lost();
        slack.refuses("conversations.history", error);
        assertThat(channel.find(parcel)).isEqualTo(new Lookup.Unknowable());

        Channel other = slack.channel("#ops", clock);
        slack.refuses("conversations.list", error);
        assertThat(other.find(parcel)).isEqualTo(new Lookup.Unknowable());
    }
}
