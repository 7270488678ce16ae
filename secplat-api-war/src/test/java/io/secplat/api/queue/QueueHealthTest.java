package io.secplat.api.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.contracts.event.ConsumerGroup;
import io.secplat.contracts.event.StreamName;
import io.secplat.stream.Courier;
import io.secplat.stream.DeadLetterBox;
import io.secplat.stream.EventPublisher;
import io.secplat.stream.MessageStream;
import io.secplat.stream.StreamInspector;
import io.secplat.stream.StreamTrimmer;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class QueueHealthTest {

    @Test
    void the_report_has_the_shape_of_the_contract() {
        JsonObject report = new QueueHealth(courier(), () -> Optional.of(3L)).report();
        assertThat(report)
                .hasToString(
                        """
                        {"redis":"ok","redis_version":"7.0.15","streams":{"secplat.jobs.scan":412},\
                        "dlq_streams":{"secplat.jobs.scan.dlq":1},\
                        "pending":{"secplat.jobs.scan":{"workers":{"pending":2,"min_id":"1-0","max_id":"2-0",\
                        "oldest_idle_ms":8120}}},"lag":{"secplat.jobs.scan":{"workers":5}},"outbox_unpublished":3}""");
    }

    @Test
    void an_outbox_that_cannot_be_counted_is_null() {
        assertThat(new QueueHealth(courier(), Optional::empty).report().isNull("outbox_unpublished"))
                .isTrue();
    }

    @Test
    void without_a_redis_url_the_streams_are_not_configured() {
        QueueHealth health = new QueueHealth(new InspectedOnly(null), Optional::empty);

        assertThat(health.configured()).isFalse();
        assertThat(QueueHealth.notConfigured())
                .hasToString("{\"status\":\"not_configured\",\"message\":\"REDIS_URL not set\"}");
    }

    private static Courier courier() {
        StreamInspector.GroupState group = new StreamInspector.GroupState(2, "1-0", "2-0", 8120L, 5);
        StreamInspector.StreamState state = new StreamInspector.StreamState(412, 1, Map.of("workers", group));
        StreamInspector inspector = new StreamInspector() {
            @Override
            public String serverVersion() {
                return "7.0.15";
            }

            @Override
            public Map<StreamName, StreamState> inspect() {
                return new TreeMap<>(Map.of(StreamName.SCAN, state));
            }
        };
        return new InspectedOnly(inspector);
    }

    private record InspectedOnly(StreamInspector inspector) implements Courier {
        @Override
        public boolean configured() {
            return inspector != null;
        }

        @Override
        public EventPublisher publisher() {
            throw new UnsupportedOperationException();
        }

        @Override
        public MessageStream open(ConsumerGroup group, String consumer) {
            throw new UnsupportedOperationException();
        }

        @Override
        public StreamTrimmer trimmer() {
            throw new UnsupportedOperationException();
        }

        @Override
        public DeadLetterBox deadLetters() {
            throw new UnsupportedOperationException();
        }
    }
}
