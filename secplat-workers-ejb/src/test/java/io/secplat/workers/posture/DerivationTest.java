package io.secplat.workers.posture;

import static io.secplat.search.Documents.key;
import static io.secplat.search.Documents.monitored;
import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.AssetStatus;
import io.secplat.search.AssetStatuses;
import io.secplat.search.AssetStatuses.Write;
import io.secplat.search.Documents;
import io.secplat.search.HealthEvents;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DerivationTest {

    private final DerivationStage stage = new DerivationStage();
    private final HealthEvents events = stage.record.events();
    private final AssetStatuses statuses = stage.record.statuses();

    @Test
    void a_fault_with_one_asset_does_not_stop_the_others() {
        HealthEvents faulty = Interception.before(HealthEvents.class, events, "since", arguments -> {
            if (arguments[0].equals(key("bad"))) {
                throw new IllegalStateException("of this asset only");
            }
        });

        Set<AssetKey> failed = derivation(faulty, statuses)
                .derive(
                        List.of(monitored("bad"), monitored("good")),
                        Optional.of(Checks.NOW.minus(Histories.REPLAYED)));

        assertThat(failed).containsExactly(key("bad"));
        assertThat(stage.hasStatus("good")).isTrue();
        assertThat(stage.hasStatus("bad")).isFalse();
    }

    @Test
    void what_somebody_else_wrote_meanwhile_is_read_and_derived_again() {
        stage.check("web", true);
        AtomicInteger others = new AtomicInteger();
        AssetStatuses busy = Interception.before(AssetStatuses.class, statuses, "write", arguments -> {
            if (others.getAndIncrement() == 0) {
                statuses.write(List.of(new Write(Documents.status("web", AssetStatus.DOWN, 0), null)));
            }
        });

        Set<AssetKey> failed = derivation(events, busy).derive(List.of(monitored("web")), Optional.empty());

        assertThat(failed).isEmpty();
        assertThat(stage.status("web").version()).isEqualTo(2);
        assertThat(stage.told()).isEmpty();
    }

    @Test
    void an_asset_that_is_always_written_by_somebody_else_is_given_up_for_this_time() {
        AtomicInteger others = new AtomicInteger();
        AssetStatuses taken = Interception.before(AssetStatuses.class, statuses, "write", arguments -> {
            others.incrementAndGet();
            statuses.remove(List.of(key("web")));
            statuses.write(List.of(new Write(Documents.status("web", AssetStatus.DOWN, 0), null)));
        });

        Set<AssetKey> failed = derivation(events, taken).derive(List.of(monitored("web")), Optional.empty());

        assertThat(failed).containsExactly(key("web"));
        assertThat(others).hasValue(5);
    }

    private Derivation derivation(HealthEvents events, AssetStatuses statuses) {
        return new Derivation(
                new Histories(events),
                statuses,
                new PostureDeriver(DeriverSettings.DEFAULT),
                new ChangeNotices(stage.courier.publisher(), stage.clock, UUID::randomUUID),
                stage.clock,
                stage.journal);
    }
}
