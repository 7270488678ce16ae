package io.secplat.workers.posture;

import static io.secplat.workers.posture.Checks.ASSET;
import static io.secplat.workers.posture.Checks.FRESH;
import static io.secplat.workers.posture.Checks.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.contracts.document.AssetStatusDocument;
import io.secplat.contracts.document.HealthEventDocument;
import io.secplat.contracts.model.AssetStatus;
import io.secplat.contracts.model.ProbeError;
import io.secplat.contracts.model.ProbeKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostureDeriverTest {

    private final PostureDeriver deriver = new PostureDeriver(DeriverSettings.DEFAULT);

    @Test
    void a_stale_asset_changed_when_the_threshold_was_passed() {
        AssetStatusDocument document = Checks.derive("S", Duration.ofSeconds(400));

        assertThat(document.lastStatusChange()).isEqualTo(NOW.minusSeconds(100));
    }

    @Test
    void an_asset_that_was_down_and_falls_silent_stays_down_since_then() {
        AssetStatusDocument before = deriver.derive(ASSET, Memory.NONE, Checks.story("SFF", FRESH), NOW);

        AssetStatusDocument after =
                deriver.derive(ASSET, Memory.of(before), Checks.story("SFF", FRESH), NOW.plusSeconds(400));

        assertThat(after.status()).isEqualTo(AssetStatus.DOWN);
        assertThat(after.reason()).isEqualTo("no_data_received");
        assertThat(after.lastStatusChange()).isEqualTo(before.lastStatusChange());
        assertThat(after.confidence()).isEqualTo(0.33);
    }

    @Test
    void a_result_ends_staleness_with_its_own_time() {
        List<HealthEventDocument> results = new ArrayList<>(Checks.story("S", Duration.ofSeconds(400)));
        AssetStatusDocument stale = deriver.derive(ASSET, Memory.NONE, results, NOW);
        results.addAll(Checks.from("S", NOW.plusSeconds(5)));

        AssetStatusDocument up = deriver.derive(ASSET, Memory.of(stale), results, NOW.plusSeconds(6));

        assertThat(stale.status()).isEqualTo(AssetStatus.STALE);
        assertThat(up.status()).isEqualTo(AssetStatus.UP);
        assertThat(up.lastStatusChange()).isEqualTo(NOW.plusSeconds(5));
        assertThat(up.version()).isEqualTo(2);
    }

    @Test
    void a_late_result_changes_the_flap_percent_only() {
        List<HealthEventDocument> results = new ArrayList<>(Checks.story("SSSSS", FRESH));
        AssetStatusDocument before = deriver.derive(ASSET, Memory.NONE, results, NOW);
        results.add(down(NOW.minusSeconds(30), ProbeError.TIMEOUT));
        results.sort(Comparator.comparing(HealthEventDocument::timestamp));

        AssetStatusDocument after = deriver.derive(ASSET, Memory.of(before), results, NOW);

        assertThat(after.flapPercent()).isGreaterThan(before.flapPercent());
        assertThat(after)
                .usingRecursiveComparison()
                .ignoringFields("flapPercent", "version")
                .isEqualTo(before);
    }

    @Test
    void the_watermark_does_not_move_back_when_everything_is_applied_again() {
        AssetStatusDocument before = deriver.derive(ASSET, Memory.NONE, Checks.story("SS", FRESH), NOW);

        AssetStatusDocument replayed = deriver.derive(ASSET, Memory.setAside(before), List.of(), NOW);

        assertThat(replayed.status()).isEqualTo(AssetStatus.UNKNOWN);
        assertThat(replayed.derivedAtEventTs()).isEqualTo(before.derivedAtEventTs());
        assertThat(replayed.version()).isEqualTo(2);
    }

    @Test
    void a_flapping_asset_must_succeed_twice_to_be_up() {
        String flapping = "SFSFSFSFSFSFSFSFSFSFF";

        assertThat(Checks.derive(flapping, FRESH).status()).isEqualTo(AssetStatus.DOWN);
        assertThat(Checks.derive(flapping + "S", FRESH).status()).isEqualTo(AssetStatus.DOWN);
        assertThat(Checks.derive(flapping + "S", FRESH).pendingStatus()).isEqualTo(AssetStatus.UP);
        assertThat(Checks.derive(flapping + "SS", FRESH).status()).isEqualTo(AssetStatus.UP);
    }

    @Test
    void flapping_ends_only_below_the_lower_limit() {
        FlapDetector flaps = new FlapDetector(30, 25);

        assertThat(flaps.flapping(false, 29.9)).isFalse();
        assertThat(flaps.flapping(false, 30)).isTrue();
        assertThat(flaps.flapping(true, 25)).isTrue();
        assertThat(flaps.flapping(true, 24.9)).isFalse();
    }

    @Test
    void a_first_success_that_is_not_enough_leaves_the_asset_unknown() {
        DeriverSettings careful = DeriverSettings.DEFAULT.withDebounceSuccesses(2);

        AssetStatusDocument document = Checks.derive(careful, Checks.story("S", FRESH));

        assertThat(document.status()).isEqualTo(AssetStatus.UNKNOWN);
        assertThat(document.pendingStatus()).isEqualTo(AssetStatus.UP);
        assertThat(document.lastStatusChange()).isEqualTo(NOW);
        assertThat(Checks.derive(careful, Checks.story("SF", FRESH)).status()).isEqualTo(AssetStatus.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "TIMEOUT, 0, api_timeout",
                "CONNECTION_REFUSED, 0, port_closed",
                "TLS_ERROR, 0, tls_fail",
                "DNS_ERROR, 0, dns_fail",
                "HTTP_STATUS, 503, http_error",
                "BODY_MISMATCH, 200, content_mismatch",
                "-, 500, http_error",
                "-, 0, health_check_failed",
                "-, -, health_check_failed",
            })
    void the_newest_failure_gives_the_reason(@Nullable ProbeError error, @Nullable Integer code, String reason) {
        HealthEventDocument failure = new HealthEventDocument(
                ASSET.assetKey(), NOW.minusSeconds(1), false, code, null, ProbeKind.HTTP, error);

        assertThat(Checks.derive(DeriverSettings.DEFAULT, List.of(failure)).reason())
                .isEqualTo(reason);
    }

    @Test
    void the_reason_is_still_known_after_silence_and_after_the_failure_left_the_record() {
        List<HealthEventDocument> failure = List.of(down(NOW.minusSeconds(1), ProbeError.DNS_ERROR));
        AssetStatusDocument down = deriver.derive(ASSET, Memory.NONE, failure, NOW);

        assertThat(deriver.derive(ASSET, Memory.of(down), List.of(), NOW).reason())
                .isEqualTo("dns_fail");
        AssetStatusDocument silent = deriver.derive(ASSET, Memory.of(down), failure, NOW.plusSeconds(400));
        assertThat(silent.reason()).isEqualTo("no_data_received");
        assertThat(deriver.derive(ASSET, Memory.of(silent), failure, NOW).reason())
                .isEqualTo("dns_fail");
    }

    @ParameterizedTest
    @CsvSource({"0, 1.0", "120, 1.0", "210, 0.75", "300, 0.5", "900, 0.5"})
    void freshness_falls_between_two_intervals_and_the_threshold(int age, double freshness) {
        assertThat(Confidence.freshness(Duration.ofSeconds(age), Duration.ofSeconds(60), Duration.ofSeconds(300)))
                .isEqualTo(freshness);
    }

    @Test
    void members_that_may_not_be_null_never_are() {
        for (String story : new String[] {"", "S", "F", "SSF", "SFSFSFSFSFSFSFSFSFSFSF"}) {
            var json = Checks.derive(story, Duration.ofSeconds(400)).toJson();
            assertThat(json)
                    .doesNotContainValue(null)
                    .containsKeys("asset_key", "status", "status_num", "posture_score", "posture_state");
            assertThat(json.isNull("last_status_change")).isFalse();
            assertThat(json.isNull("staleness_seconds")).isFalse();
            assertThat(json.isNull("last_seen")).isEqualTo(story.isEmpty());
        }
    }

    private static HealthEventDocument down(Instant at, ProbeError error) {
        return new HealthEventDocument(ASSET.assetKey(), at, false, 0, 5000, ProbeKind.HTTP, error);
    }
}
