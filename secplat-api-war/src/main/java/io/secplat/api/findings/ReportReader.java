package io.secplat.api.findings;

import io.secplat.api.problem.ProblemException;
import io.secplat.api.request.Body;
import io.secplat.contracts.model.Severity;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.Optional;

/** Reads a finding as a scanner sends it. */
final class ReportReader {

    private static final int SHORT = 500;
    private static final int LONG = 20_000;
    private static final int LARGEST_ID = Integer.MAX_VALUE;

    private ReportReader() {}

    /** Collects what is wrong in the body; the caller checks it. */
    static FindingReport read(Body body) {
        String key = body.requiredText("finding_key", SHORT);
        Optional<String> assetKey = said(body, "asset_key", SHORT);
        Optional<Integer> assetId = body.integer("asset_id", 1, LARGEST_ID);
        if (assetKey.isEmpty() && assetId.isEmpty()) {
            body.violation("asset_key", "missing", "asset_key or asset_id is required");
        }
        return new FindingReport(key, assetKey.orElse(null), assetId.orElse(null), details(body));
    }

    /** The first thing that is wrong, as one sentence. */
    static String firstViolation(ProblemException problem) {
        return problem.detail()
                .filter(JsonArray.class::isInstance)
                .map(detail -> ((JsonArray) detail).getJsonObject(0).getString("msg"))
                .orElse(problem.getMessage());
    }

    private static FindingDetails details(Body body) {
        return new FindingDetails(
                body.requiredText("title", SHORT),
                said(body, "category", SHORT).orElse(null),
                body.choice("severity", Severity::of, "critical, high, medium, low or info")
                        .orElse(null),
                body.choice("confidence", Confidence::of, "high, medium or low").orElse(null),
                said(body, "evidence", LONG).orElse(null),
                said(body, "remediation", LONG).orElse(null),
                said(body, "source", SHORT).orElse(null),
                new SoftwareComponent(
                        said(body, "vulnerability_id", SHORT).orElse(null),
                        said(body, "package_ecosystem", SHORT).orElse(null),
                        said(body, "package_name", SHORT).orElse(null),
                        said(body, "package_version", SHORT).orElse(null),
                        said(body, "fixed_version", SHORT).orElse(null)),
                body.object("scanner_metadata_json")
                        .filter(metadata -> !metadata.isEmpty())
                        .map(JsonObject::asJsonObject)
                        .orElse(null));
    }

    /** Empty text says nothing. */
    private static Optional<String> said(Body body, String name, int longest) {
        return body.cleanedText(name, longest).filter(text -> !text.isBlank());
    }
}
