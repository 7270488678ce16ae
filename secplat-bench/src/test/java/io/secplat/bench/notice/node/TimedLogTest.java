package io.secplat.bench.notice.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.stream.CourierUnavailableException;
import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.pipeline.Acceptance;
import io.secplat.workers.notify.pipeline.deliver.DeliveryLog;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A node says when its delivery log holds an acceptance, and the harness understands it. */
class TimedLogTest {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00.000123Z");

    private final Memory memory = new Memory();
    private final List<String> said = new ArrayList<>();
    private final TimedLog log = new TimedLog(memory, Clock.fixed(NOON, ZoneOffset.UTC), said::add);

    private static final class Memory implements DeliveryLog {
        private boolean away;
        private int held;

        @Override
        public Entry entry(String dedupeKey, ChannelName channel) {
            return new Entry(Optional.empty(), Optional.empty());
        }

        @Override
        public boolean begin(Collection<String> dedupeKeys, ChannelName channel, Attempt attempt) {
            return true;
        }

        @Override
        public boolean refused(Collection<String> dedupeKeys, ChannelName channel, Attempt attempt) {
            return true;
        }

        @Override
        public void remember(Map<String, Acceptance> byDedupeKey, ChannelName channel) {
            if (away) {
                throw new CourierUnavailableException(new IllegalStateException("away"));
            }
            held += byDedupeKey.size();
        }

        @Override
        public void begun(ChannelName channel, List<String> subjects, JsonObject reference) {}

        @Override
        public void joined(ChannelName channel, List<String> subjects, JsonObject reference) {}

        @Override
        public void ended(ChannelName channel, List<String> subjects) {}

        @Override
        public List<JsonObject> threads(ChannelName channel, List<String> subjects) {
            return List.of();
        }
    }

    private static Map<String, Acceptance> accepted(String dedupeKey) {
        return Map.of(dedupeKey, new Acceptance("e-1", 1, NOON, null, null));
    }

    @Test
    void what_is_held_is_said_with_its_time_and_key() {
        log.remember(accepted("asset.down:7"), ChannelName.SLACK);

        assertThat(memory.held).isEqualTo(1);
        assertThat(said).singleElement().satisfies(line -> assertThat(Kept.of(line))
                .contains(new Kept(NOON, "asset.down:7")));
    }

    @Test
    void what_is_not_held_is_not_said() {
        memory.away = true;

        assertThatThrownBy(() -> log.remember(accepted("asset.down:7"), ChannelName.SLACK))
                .isInstanceOf(CourierUnavailableException.class);

        assertThat(said).isEmpty();
    }

    @Test
    void another_line_is_no_word_of_it() {
        assertThat(Kept.of("started")).isEmpty();
        assertThat(Kept.of("kept it")).isEmpty();
    }
}
