package io.secplat.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.contracts.event.ConsumerGroup;
import io.secplat.contracts.event.StreamName;
import io.secplat.contracts.trace.TraceContext;
import io.secplat.runtime.CurrentTrace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every publisher promises. */
@SuppressWarnings("try")
public interface EventPublisherContract {

    Courier courier();

    @Test
    default void events_arrive_in_the_order_in_which_they_were_published() {
        courier().publisher().publish(List.of(Envelopes.derive("a"), Envelopes.derive("b"), Envelopes.derive("c")));

        List<Message> read = courier().open(ConsumerGroup.DERIVERS, "one").read(10, Duration.ofSeconds(2));

        assertThat(read)
                .extracting(message -> message.reader().texts("asset_keys").get(0))
                .containsExactly("a", "b", "c");
    }

    @Test
    default void an_event_arrives_with_its_envelope_and_flat_fields() {
        courier().publisher().publish(List.of(Envelopes.derive("a")));

        Message message = courier()
                .open(ConsumerGroup.DERIVERS, "one")
                .read(1, Duration.ofSeconds(2))
                .get(0);

        assertThat(message.fields())
                .containsEntry("event_id", "00000000-0000-0000-0000-000000000001")
                .containsEntry("event_type", "derive.requested")
                .containsEntry("trace_id", "test-1")
                .containsEntry("asset_keys", "[\"a\"]")
                .containsEntry("reason", "manual");
        assertThat(message.attempts()).isZero();
    }

    @Test
    default void an_event_arrives_in_the_trace_in_which_it_was_published() {
        TraceContext trace = TraceContext.parse("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", "congo=1")
                .orElseThrow();
        try (CurrentTrace.Scope unused = CurrentTrace.begin(Optional.of(trace))) {
            courier().publisher().publish(List.of(Envelopes.derive("a")));
        }
        courier().publisher().publish(List.of(Envelopes.derive("b")));

        List<Message> read = courier().open(ConsumerGroup.DERIVERS, "one").read(2, Duration.ofSeconds(2));

        assertThat(read.get(0).trace()).contains(trace);
        assertThat(read.get(1).trace()).isEmpty();
    }

    @Test
    default void publishing_nothing_is_allowed() {
        courier().publisher().publish(List.of());

        assertThat(courier().inspector().inspect().get(StreamName.DERIVE).length())
                .isZero();
    }

    @Test
    default void a_dead_letter_can_be_stored_without_an_entry() {
        courier().publisher().bury(StreamName.SCAN, Map.of("job_id", "7", "error", "lease_expired_exhausted"));

        assertThat(courier().inspector().inspect().get(StreamName.SCAN).deadLetters())
                .isEqualTo(1);
    }
}
