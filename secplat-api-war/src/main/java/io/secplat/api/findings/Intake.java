package io.secplat.api.findings;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Works reports into findings: a key that comes several times in one call makes one finding, told in order. */
public final class Intake {

    private final Map<String, Finding> findings = new LinkedHashMap<>();
    private final Map<String, Known> known = new LinkedHashMap<>();

    /** Works all reports in; a report whose asset is unknown has no entry by its index, and is left out. */
    public Intake(List<FindingReport> reports, Map<Integer, Known> knownByIndex, @Nullable Integer jobId, Instant now) {
        for (int index = 0; index < reports.size(); index++) {
            Known facts = knownByIndex.get(index);
            if (facts != null) {
                work(reports.get(index), facts, jobId, now);
            }
        }
    }

    private void work(FindingReport report, Known facts, @Nullable Integer jobId, Instant now) {
        Optional<Finding> before =
                Optional.ofNullable(findings.get(report.key())).or(facts::finding);
        Finding after = before.map(finding -> finding.again(report, facts.asset(), jobId, now))
                .orElseGet(() -> Finding.first(report, facts.asset(), jobId, now));
        findings.put(report.key(), after);
        known.put(report.key(), facts);
    }

    /** The findings to store, each once. */
    public Collection<Finding> findings() {
        return findings.values();
    }

    /** The same findings by their keys. */
    public Map<String, Finding> byKey() {
        return Map.copyOf(findings);
    }

    /** Whether a new finding with that key is worth an incident and a message. */
    public boolean isLoud(String key) {
        Known facts = known.get(key);
        return facts != null && !facts.suppressed();
    }
}
