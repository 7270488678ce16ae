package io.secplat.api.findings;

import io.secplat.contracts.model.Severity;
import jakarta.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** What a reporter says about a finding; a member that was not said is null. */
public record FindingDetails(
        String title,
        @Nullable String category,
        @Nullable Severity severity,
        @Nullable Confidence confidence,
        @Nullable String evidence,
        @Nullable String remediation,
        @Nullable String source,
        SoftwareComponent component,
        @Nullable JsonObject scannerMetadata) {

    /** What was said before, except where this says something. */
    public FindingDetails over(FindingDetails before) {
        return new FindingDetails(
                title,
                said(category, before.category),
                said(severity, before.severity),
                said(confidence, before.confidence),
                said(evidence, before.evidence),
                said(remediation, before.remediation),
                said(source, before.source),
                component.over(before.component),
                said(scannerMetadata, before.scannerMetadata));
    }

    public Severity severityOrDefault() {
        return severity == null ? Severity.MEDIUM : severity;
    }

    public Confidence confidenceOrDefault() {
        return confidence == null ? Confidence.HIGH : confidence;
    }

    static <T> @Nullable T said(@Nullable T now, @Nullable T before) {
        return now == null ? before : now;
    }
}
