package io.secplat.workers.notify.pipeline.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.pipeline.order.Laggards.Laggard;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every memory of laggards promises. */
public interface LaggardsContract {

    Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    Laggards laggards();

    private static Laggard laggard(String eventId, int second) {
        return new Laggard(ChannelName.SLACK, eventId, List.of("a", "key:k"), "1777896000000-" + second, NOON);
    }

    @Test
    default void those_that_fell_behind_are_remembered_in_the_order_of_the_stream() {
        laggards().keep(List.of(laggard("late", 10), laggard("early", 9)));

        assertThat(laggards().all(NOON)).containsExactly(laggard("early", 9), laggard("late", 10));
    }

    @Test
    default void one_that_is_through_is_forgotten_on_its_channel_alone() {
        laggards().keep(List.of(laggard("e", 1)));
        laggards().forget(ChannelName.JIRA, "e");
        assertThat(laggards().all(NOON)).hasSize(1);

        laggards().forget(ChannelName.SLACK, "e");
        assertThat(laggards().all(NOON)).isEmpty();
    }

    @Test
    default void nobody_waits_for_one_that_never_came_back() {
        laggards().keep(List.of(laggard("e", 0)));

        assertThat(laggards().all(NOON.plus(Laggards.MEMORY))).isEmpty();
    }
}
