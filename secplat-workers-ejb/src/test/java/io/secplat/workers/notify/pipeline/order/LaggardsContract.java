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
        return new Laggard(ChannelName.SLACK, eventId, List.of("a", "key:k"), NOON.plusSeconds(second));
    }

    @Test
    default void those_that_fell_behind_are_remembered_the_earliest_first() {
        laggards().keep(List.of(laggard("late", 2), laggard("early", 1)));

        assertThat(laggards().all(NOON)).containsExactly(laggard("early", 1), laggard("late", 2));
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
