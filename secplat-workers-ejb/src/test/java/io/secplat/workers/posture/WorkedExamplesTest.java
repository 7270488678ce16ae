package io.secplat.workers.posture;

import static io.secplat.workers.posture.Checks.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.contracts.document.AssetStatusDocument;
import io.secplat.contracts.document.HealthEventDocument;
import io.secplat.contracts.model.ProbeKind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked examples of the index contract, section 5.7. */
class WorkedExamplesTest {

    @ParameterizedTest(name = "{0}, {1} s old, threshold {2}: {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "'', 0, 300, unknown, -1, 0, red, unknown, -",
                "S, 1, 300, up, 1, 100, green, -, -",
                "F, 1, 300, down, -2, 0, red, http_error, -",
                "SSF, 1, 300, up, 1, 100, green, -, down",
                "SSFF, 1, 300, down, -2, 0, red, http_error, -",
                "SFFS, 1, 300, up, 1, 100, green, -, -",
                "S, 400, 300, stale, 0, 60, amber, no_data_received, -",
                "FF, 400, 300, down, -2, 0, red, no_data_received, -",
                "SFSFSFSFSFSFSFSFSFSFS, 1, 300, up, 1, 60, amber, flapping, -",
                "FSFSFSFSFSFSFSFSFSFSF, 1, 300, up, 1, 60, amber, flapping, down",
                "S, 200, 120, stale, 0, 60, amber, no_data_received, -",
                "S, 500, 900, up, 1, 100, green, -, -",
            })
    void results_lead_to(
            String results,
            int age,
            int threshold,
            String status,
            int number,
            int score,
            String state,
            String reason,
            String pending) {
        DeriverSettings settings = DeriverSettings.DEFAULT.withStaleThreshold(Duration.ofSeconds(threshold));

        AssetStatusDocument document = Checks.derive(settings, Checks.story(results, Duration.ofSeconds(age)));

        assertThat(document.status().wire()).isEqualTo(status);
        assertThat(document.status().number()).isEqualTo(number);
        assertThat(document.postureScore()).isEqualTo(score);
        assertThat(document.postureState().wire()).isEqualTo(state);
        assertThat(document.reason()).isEqualTo(reason);
        assertThat(
                        document.pendingStatus() == null
                                ? null
                                : document.pendingStatus().wire())
                .isEqualTo(pending);
        assertThat(document.flapping()).isEqualTo("flapping".equals(reason));
        assertThat(document.stalenessSeconds()).isEqualTo(age);
    }

    @Test
    void without_results_nothing_is_known_but_the_time_of_the_derivation() {
        AssetStatusDocument document = Checks.derive("", Duration.ZERO);

        assertThat(document.confidence()).isZero();
        assertThat(document.lastSeen()).isNull();
        assertThat(document.derivedAtEventTs()).isNull();
        assertThat(document.lastStatusChange()).isEqualTo(NOW);
    }

    @Test
    void a_redirect_that_the_probe_expects_is_a_success() {
        HealthEventDocument redirect = new HealthEventDocument(
                Checks.ASSET.assetKey(), NOW.minusSeconds(1), true, 302, 10, ProbeKind.HTTP, null);

        assertThat(Checks.derive(DeriverSettings.DEFAULT, List.of(redirect)).postureScore())
                .isEqualTo(100);
    }

    @Test
    void the_status_changed_with_the_failure_that_confirmed_it() {
        AssetStatusDocument document = Checks.derive("SSFF", Checks.FRESH);

        assertThat(document.lastStatusChange()).isEqualTo(NOW.minusSeconds(1));
        assertThat(document.lastGoodAt()).isEqualTo(NOW.minusSeconds(121));
    }

    @Test
    void results_in_turn_flap_completely() {
        assertThat(Checks.derive("SFSFSFSFSFSFSFSFSFSFS", Checks.FRESH).flapPercent())
                .isEqualTo(100.0);
    }

    @Test
    void the_example_document_of_the_contract_comes_out() {
        AssetStatusDocument document = Checks.derive("SSSFF", Checks.FRESH);

        assertThat(document.confidence()).isEqualTo(0.4);
        assertThat(document.flapPercent()).isEqualTo(5.9);
        assertThat(document.consecutiveFailures()).isEqualTo(2);
        assertThat(document.consecutiveSuccesses()).isZero();
        assertThat(document.version()).isEqualTo(1);
    }
}
