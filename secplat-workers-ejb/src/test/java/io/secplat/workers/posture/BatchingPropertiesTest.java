package io.secplat.workers.posture;

import static io.secplat.workers.posture.Checks.ASSET;
import static io.secplat.workers.posture.Checks.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.contracts.document.AssetStatusDocument;
import io.secplat.contracts.document.HealthEventDocument;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** What holds for every story of results. */
class BatchingPropertiesTest {

    private final PostureDeriver deriver = new PostureDeriver(DeriverSettings.DEFAULT);

    @Property(tries = 300)
    void results_taken_in_any_batches_give_the_same_document(
            @ForAll @Letters String letters,
            @ForAll @Size(max = 60) List<@IntRange(min = 1, max = 7) Integer> batches) {
        List<HealthEventDocument> all = Checks.story(letters, Checks.FRESH);
        AssetStatusDocument atOnce = deriver.derive(ASSET, Memory.NONE, all, NOW);
        Memory memory = Memory.NONE;
        int taken = 0;
        for (int batch : batches) {
            taken = Math.min(all.size(), taken + batch);
            Instant then = all.get(taken - 1).timestamp();
            memory = Memory.of(deriver.derive(ASSET, memory, all.subList(0, taken), then));
        }

        AssetStatusDocument inBatches = deriver.derive(ASSET, memory, all, NOW);

        assertThat(inBatches)
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(atOnce);
    }

    @Property(tries = 300)
    void what_a_document_says_agrees_with_itself(@ForAll @Letters String letters) {
        AssetStatusDocument document = Checks.derive(letters, Checks.FRESH);

        assertThat(document.confidence()).isBetween(0.0, 1.0);
        assertThat(document.flapPercent()).isBetween(0.0, 100.0);
        assertThat(document.consecutiveFailures() * document.consecutiveSuccesses())
                .isZero();
        assertThat(document.consecutiveFailures() + document.consecutiveSuccesses())
                .isPositive();
        assertThat(document.lastStatusChange()).isBeforeOrEqualTo(NOW);
    }

    @Example
    void the_weights_of_all_transitions_sum_to_a_hundred_percent() {
        assertThat(FlapDetector.percent(Checks.story("SF".repeat(20), Checks.FRESH)))
                .isEqualTo(100);
    }

    @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
    @CharRange(from = 'S', to = 'S')
    @CharRange(from = 'F', to = 'F')
    @StringLength(min = 1, max = 60)
    @interface Letters {}
}
