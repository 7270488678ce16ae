package io.secplat.api.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.runtime.Journal;
import io.secplat.stream.CourierUnavailableException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class StreamTrimTest {

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final Journal journal =
            new Journal("api", Clock.systemUTC(), new PrintStream(log, true, StandardCharsets.UTF_8));

    @Test
    void what_was_removed_is_told() {
        StreamTrim.turn(() -> 12, journal);

        assertThat(log.toString(StandardCharsets.UTF_8)).contains("stream.trim", "\"entries\":\"12\"");
    }

    @Test
    void nothing_to_remove_is_no_news() {
        StreamTrim.turn(() -> 0, journal);

        assertThat(log.size()).isZero();
    }

    @Test
    void streams_that_are_away_wait_for_the_next_turn() {
        StreamTrim.turn(
                () -> {
                    throw new CourierUnavailableException(new IllegalStateException());
                },
                journal);

        assertThat(log.toString(StandardCharsets.UTF_8)).contains("courier_unavailable");
    }
}
