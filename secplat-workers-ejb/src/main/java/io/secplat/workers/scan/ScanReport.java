package io.secplat.workers.scan;

import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.Severity;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a scan made out.
 *
 * @param checkedKeys the keys of all checks that really ran, those of the findings among them. A check that could not run,
 *     such as a header check of a host that does not answer, is not here, so that its old finding stays open.
 * @param tlsVersion the version that was agreed on, where TLS was looked at
 * @param tls what the server offers and its grade, where that was found out
 * @param measures what else was measured, by its name in the summary of the job
 */
public record ScanReport(
        List<Finding> findings,
        Set<String> checkedKeys,
        Optional<String> tlsVersion,
        Optional<TlsSummary> tls,
        Map<String, JsonObject> measures) {

    public ScanReport {
        findings = List.copyOf(findings);
        checkedKeys = Set.copyOf(checkedKeys);
        measures = Map.copyOf(measures);
    }

    /** An empty report of that asset, to be written check by check. */
    public static Draft of(AssetKey asset) {
        return new Draft(asset);
    }

    /** A report that is being written. */
    public static final class Draft {

        private final AssetKey asset;
        private final List<Finding> findings = new ArrayList<>();
        private final Set<String> checked = new LinkedHashSet<>();
        private final Map<String, JsonObject> measures = new TreeMap<>();
        private @Nullable String tlsVersion;
        private @Nullable TlsSummary tls;

        private Draft(AssetKey asset) {
            this.asset = asset;
        }

        /** The check ran and nothing is wrong. */
        public Draft passed(Check check) {
            checked.add(check.key(asset));
            return this;
        }

        /** The check ran and failed. */
        public Draft failed(Check check, Severity severity, String evidence, String remediation) {
            return failed(check, check.keyTitle(), severity, evidence, remediation);
        }

        /** The check ran and failed; the title tells more than the key's. */
        public Draft failed(Check check, String title, Severity severity, String evidence, String remediation) {
            return failed(new Finding(check, asset, title, severity, evidence, remediation, List.of()));
        }

        /** The check ran and failed; public documents tell more. */
        public Draft failed(
                Check check, Severity severity, String evidence, String remediation, List<String> references) {
            return failed(new Finding(check, asset, check.keyTitle(), severity, evidence, remediation, references));
        }

        private Draft failed(Finding finding) {
            checked.add(finding.key());
            findings.add(finding);
            return this;
        }

        public Draft tlsVersion(String version) {
            tlsVersion = version;
            return this;
        }

        public Draft tls(TlsSummary summary) {
            tls = summary;
            return this;
        }

        /** Adds a member to the summary of the job. */
        public Draft measured(String name, JsonObject value) {
            measures.put(name, value);
            return this;
        }

        public ScanReport done() {
            return new ScanReport(
                    findings, checked, Optional.ofNullable(tlsVersion), Optional.ofNullable(tls), measures);
        }
    }
}
