package io.secplat.api.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.api.outbox.OutboxEntry;
import io.secplat.api.outbox.OutboxRow;
import io.secplat.runtime.MovingClock;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LiveTargetTest {

    private final MovingClock clock = new MovingClock();
    private final LiveFeed feed = new LocalLiveFeed(1);
    private final LiveTarget target = new LiveTarget(feed, clock);

    @Test
    void what_was_decided_just_now_is_told() {
        target.accept(List.of(row(1, clock.instant()), row(2, clock.instant())));

        assertThat(told()).containsExactly("begin", "job.state", "job.state");
    }

    @Test
    void old_news_are_left_out_and_never_in_silence() {
        Instant longAgo = clock.instant().minus(Duration.ofMinutes(6));
        target.accept(List.of(row(1, longAgo), row(2, longAgo), row(3, clock.instant())));

        assertThat(told()).containsExactly("begin", "reset", "job.state");
    }

    private List<String> told() {
        return feed.after(new Position(0, 0), 10, Duration.ZERO).stream()
                .map(entry -> entry.event().name())
                .toList();
    }

    private static OutboxRow row(long id, Instant at) {
        OutboxEntry entry = OutboxEntry.live("job.state", JsonValue.EMPTY_JSON_OBJECT, new UUID(0, id), "web-7Qd2");
        return new OutboxRow(id, entry, at);
    }
}
