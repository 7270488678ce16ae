package io.secplat.api.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.runtime.Journal;
import io.secplat.search.memory.InMemoryRecord;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class AlertReconciliationTest {

    private final Clock clock = Clock.systemUTC();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private int escalations;
    private final InMemoryRecord record = new InMemoryRecord();
    private final AlertReconciliation reconciliation = new AlertReconciliation(
            new AlertEvaluation(record.statuses(), new EmptyBook(), new Tale(Optional.empty()), clock),
            new Escalation(
                    EscalationSteps.of(Optional.of("15")),
                    (steps, most, requestId, words) -> {
                        escalations++;
                        return 0;
                    },
                    new EscalationTale(new Tale(Optional.empty()))),
            UUID::randomUUID,
            new Journal("test", clock, new PrintStream(log, true, StandardCharsets.UTF_8)));

    @Test
    void a_record_that_is_away_ends_no_worker_and_is_told_once() {
        record.goAway();
        reconciliation.run();
        reconciliation.run();
        record.comeBack();
        reconciliation.run();

        assertThat(log.toString(StandardCharsets.UTF_8))
                .containsOnlyOnce("search_unavailable")
                .containsOnlyOnce("resumed");
    }

    @Test
    void nobody_is_told_again_while_it_is_not_known_what_is_down() {
        record.goAway();
        reconciliation.run();
        assertThat(escalations).isZero();

        record.comeBack();
        reconciliation.run();
        assertThat(escalations).isEqualTo(1);
    }

    private static final class EmptyBook implements AlertBook {

        @Override
        public void decide(Collection<String> assetKeys, String requestId, Function<Snapshot, Decision> pass) {}

        @Override
        public Set<String> restless() {
            return Set.of();
        }
    }
}
