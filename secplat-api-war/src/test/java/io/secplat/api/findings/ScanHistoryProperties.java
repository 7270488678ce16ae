package io.secplat.api.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Histories of reports, decisions and scans on two assets, played twice: by the rules of this package, and by a plain list
 * of what each scan saw.
 */
class ScanHistoryProperties {

    private static final Instant START = Instant.parse("2026-05-04T07:00:00Z");
    private static final List<String> KEYS = List.of("a", "b", "c", "d");
    private static final int SCANS = 3;

    /** One thing that happens; each kind uses the parts that it needs. */
    private record Step(Kind kind, int scan, int asset, String key, FindingStatus to, Set<String> checked) {}

    private enum Kind {
        BEGIN,
        REPORT_BY_SCAN,
        REPORT_BY_OTHERS,
        MOVE,
        DONE,
        FAILED
    }

    private record Scan(int job, int asset, Instant startedAt, Set<String> saw) {}

    @Property(tries = 10_000)
    void a_scan_closes_what_it_checked_on_its_asset_and_did_not_see(@ForAll("histories") List<Step> history) {
        Map<String, Finding> ruled = new HashMap<>();
        Map<String, FindingStatus> expected = new HashMap<>();
        Map<String, Integer> home = new HashMap<>();
        Map<Integer, Scan> scans = new HashMap<>();
        Instant now = START;
        int jobs = 0;
        for (Step step : history) {
            now = now.plus(Duration.ofMinutes(2));
            Scan scan = scans.get(step.scan);
            switch (step.kind) {
                case BEGIN -> scans.put(step.scan, new Scan(++jobs, step.asset, now, new HashSet<>()));
                case REPORT_BY_OTHERS -> seen(ruled, expected, home, step.key, step.asset, null, now);
                case REPORT_BY_SCAN -> {
                    if (scan != null) {
                        scan.saw.add(step.key);
                        seen(ruled, expected, home, step.key, scan.asset, scan.job, now);
                    }
                }
                case MOVE -> {
                    if (ruled.containsKey(step.key)) {
                        ruled.put(step.key, ruled.get(step.key).moved(step.to, now));
                        expected.put(step.key, step.to);
                    }
                }
                case DONE -> {
                    if (scan != null) {
                        scans.remove(step.scan);
                        close(ruled, new ScanRun(scan.job, scan.asset, scan.startedAt, step.checked), now);
                        step.checked.stream()
                                .filter(key -> home.getOrDefault(key, -1) == scan.asset && !scan.saw.contains(key))
                                .forEach(key -> expected.put(key, FindingStatus.REMEDIATED));
                    }
                }
                case FAILED -> scans.remove(step.scan);
            }
        }

        Map<String, FindingStatus> statuses = new HashMap<>();
        ruled.forEach((key, finding) -> statuses.put(key, finding.status()));
        assertThat(statuses).isEqualTo(expected);
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        Arbitrary<Step> step = Combinators.combine(
                        Arbitraries.of(Kind.class),
                        Arbitraries.integers().between(1, SCANS),
                        Arbitraries.integers().between(1, 2),
                        Arbitraries.of(KEYS),
                        Arbitraries.of(FindingStatus.class),
                        Arbitraries.of(KEYS).set())
                .as(Step::new);
        return step.list().ofMaxSize(30);
    }

    private static void close(Map<String, Finding> findings, ScanRun run, Instant now) {
        for (Finding finding : new ArrayList<>(findings.values())) {
            if (run.closes(finding)) {
                findings.put(String.valueOf(finding.key()), finding.closedBy(run.jobId(), now));
            }
        }
    }

    private static void seen(
            Map<String, Finding> ruled,
            Map<String, FindingStatus> expected,
            Map<String, Integer> home,
            String key,
            int asset,
            Integer job,
            Instant now) {
        FindingReport report = new FindingReport(key, null, asset, details());
        AssetFacts facts =
                new AssetFacts(asset, "x" + asset, "x", "host", "service", "dev", "low", false, true, Set.of(), false);
        Finding before = ruled.get(key);
        ruled.put(key, before == null ? Finding.first(report, facts, job, now) : before.again(report, facts, job, now));
        home.put(key, asset);
        expected.merge(key, FindingStatus.OPEN, (was, open) -> was == FindingStatus.REMEDIATED ? open : was);
    }

    private static FindingDetails details() {
        return new FindingDetails("Weak", null, null, null, null, null, null, SoftwareComponent.NONE, null);
    }
}
