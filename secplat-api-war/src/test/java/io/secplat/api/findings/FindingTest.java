package io.secplat.api.findings;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.contracts.model.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FindingTest {

    private static final Instant MORNING = Instant.parse("2026-05-04T07:00:00Z");
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final AssetFacts A = asset(1, "a");
    private static final AssetFacts B = asset(2, "b");

    @Test
    void a_new_finding_is_open_and_has_the_defaults() {
        Finding finding = Finding.first(report("a", details("Weak", null, null)), A, 311, MORNING);

        assertThat(finding.status()).isEqualTo(FindingStatus.OPEN);
        assertThat(finding.details().severityOrDefault()).isEqualTo(Severity.MEDIUM);
        assertThat(finding.details().confidenceOrDefault()).isEqualTo(Confidence.HIGH);
        assertThat(finding.sightings()).isEqualTo(new Sightings(MORNING, MORNING, List.of(311)));
    }

    @Test
    void a_repeat_replaces_what_is_said_and_keeps_what_is_not() {
        Finding before = Finding.first(report("a", details("Weak", Severity.HIGH, "seen twice")), A, 311, MORNING);

        Finding after = before.again(report("a", details("Weaker", null, null)), A, null, NOON);

        assertThat(after.details().title()).isEqualTo("Weaker");
        assertThat(after.details().severity()).isEqualTo(Severity.HIGH);
        assertThat(after.details().evidence()).isEqualTo("seen twice");
        assertThat(after.sightings()).isEqualTo(new Sightings(MORNING, NOON, List.of(311)));
    }

    @Test
    void a_repeat_moves_the_finding_to_the_asset_that_was_sent() {
        Finding before = Finding.first(report("a", details("Weak", null, null)), A, null, MORNING);

        assertThat(before.again(report("b", details("Weak", null, null)), B, null, NOON)
                        .asset())
                .isEqualTo(B);
    }

    @Test
    void a_repeat_opens_what_was_remedied_and_keeps_the_other_states() {
        Finding open = Finding.first(report("a", details("Weak", null, null)), A, null, MORNING);
        FindingReport repeat = report("a", details("Weak", null, null));

        Finding reopened = open.moved(FindingStatus.REMEDIATED, MORNING).again(repeat, A, null, NOON);
        assertThat(reopened.status()).isEqualTo(FindingStatus.OPEN);
        assertThat(reopened.closure()).isEqualTo(Closure.NONE);
        assertThat(open.accepted(Acceptance.NONE).again(repeat, A, null, NOON).status())
                .isEqualTo(FindingStatus.ACCEPTED_RISK);
        assertThat(open.moved(FindingStatus.IN_PROGRESS, MORNING)
                        .again(repeat, A, null, NOON)
                        .status())
                .isEqualTo(FindingStatus.IN_PROGRESS);
    }

    private static AssetFacts asset(int id, String key) {
        return new AssetFacts(id, key, key, "app", "service", "prod", "high", false, true, Set.of(), false);
    }

    private static FindingReport report(String assetKey, FindingDetails details) {
        return new FindingReport("k", assetKey, null, details);
    }

    private static FindingDetails details(String title, Severity severity, String evidence) {
        return new FindingDetails(title, null, severity, null, evidence, null, null, SoftwareComponent.NONE, null);
    }
}
