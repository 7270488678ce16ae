package io.secplat.workers.notify.pipeline.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.channel.Rate;
import io.secplat.workers.notify.pipeline.limit.Gate.Answer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What every gate promises. */
public interface GateContract {

    Rate SLOW = new Rate(0.01, 3);

    Gate gate();

    private Answer enter(String recipient, Rate rate) {
        return gate().enter(ChannelName.SLACK, recipient, rate);
    }

    @Test
    default void a_burst_goes_through_and_then_nothing() {
        for (int n = 0; n < 3; n++) {
            assertThat(enter("a", SLOW)).isEqualTo(new Answer.Open());
        }
        assertThat(enter("a", SLOW)).isEqualTo(new Answer.NoToken());
    }

    @Test
    default void recipients_and_channels_have_buckets_of_their_own() {
        Rate one = new Rate(0.01, 1);
        assertThat(enter("a", one)).isEqualTo(new Answer.Open());

        assertThat(enter("b", one)).isEqualTo(new Answer.Open());
        assertThat(gate().enter(ChannelName.JIRA, "a", one)).isEqualTo(new Answer.Open());
        assertThat(enter("a", one)).isEqualTo(new Answer.NoToken());
    }

    @Test
    default void a_bucket_fills_up_at_its_rate() {
        Rate quick = new Rate(20, 1);
        assertThat(enter("a", quick)).isEqualTo(new Answer.Open());

        await().until(() -> enter("a", quick).equals(new Answer.Open()));
    }

    @Test
    default void a_recipient_that_asked_for_time_is_closed_until_then() {
        gate().close(ChannelName.SLACK, "a", Duration.ofMinutes(5));
        gate().close(ChannelName.SLACK, "a", Duration.ofSeconds(1));

        assertThat(enter("a", SLOW)).isInstanceOfSatisfying(Answer.Closed.class, closed -> assertThat(closed.rest())
                .isBetween(Duration.ofSeconds(290), Duration.ofMinutes(5)));
        assertThat(gate().rest(ChannelName.SLACK, "a")).isBetween(Duration.ofSeconds(290), Duration.ofMinutes(5));
        assertThat(gate().rest(ChannelName.SLACK, "b")).isZero();
        assertThat(enter("b", SLOW)).isEqualTo(new Answer.Open());
    }

    @Test
    default void it_opens_again_when_the_time_is_over() {
        gate().close(ChannelName.SLACK, "a", Duration.ofMillis(50));

        await().until(() -> enter("a", SLOW).equals(new Answer.Open()));
    }
}
