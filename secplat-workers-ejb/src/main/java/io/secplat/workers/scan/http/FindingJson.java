package io.secplat.workers.scan.http;

import io.secplat.contracts.json.Json;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.workers.scan.Check;
import io.secplat.workers.scan.Finding;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;

/** Findings as the API takes them. */
final class FindingJson {

    private FindingJson() {}

    static JsonArray all(List<Finding> findings) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        findings.forEach(finding -> array.add(one(finding)));
        return array.build();
    }

    private static JsonObject one(Finding finding) {
        Check check = finding.check();
        JsonWriter json = new JsonWriter()
                .put("finding_key", finding.key())
                .put("asset_key", finding.asset().value())
                .put("title", finding.title())
                .put("category", check.category())
                .put("severity", finding.severity().wire())
                .put("confidence", "high")
                .put("evidence", finding.evidence())
                .put("remediation", finding.remediation())
                .put("source", check.source());
        if (!finding.references().isEmpty()) {
            json.put("scanner_metadata_json", metadata(finding));
        }
        return json.build();
    }

    private static JsonObject metadata(Finding finding) {
        return new JsonWriter().put("references", finding.references()).build();
    }
}
