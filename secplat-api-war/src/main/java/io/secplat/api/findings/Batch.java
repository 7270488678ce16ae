package io.secplat.api.findings;

import io.secplat.api.problem.ProblemException;
import io.secplat.api.problem.ProblemType;
import io.secplat.api.request.Body;
import io.secplat.contracts.json.Json;
import io.secplat.contracts.json.JsonWriter;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Findings that came together: good ones are stored, each bad one is told by its place in the list. */
final class Batch {

    private final List<FindingReport> good = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();
    private final Map<Integer, JsonObject> results = new TreeMap<>();
    private int created;
    private int updated;

    Batch(JsonArray items) {
        for (int index = 0; index < items.size(); index++) {
            read(index, items.get(index));
        }
    }

    /** The reports worth storing, in their order. */
    List<FindingReport> reports() {
        return good;
    }

    /** The answer, given what became of each of them. */
    JsonObject answer(List<Findings.Reported> stored) {
        for (int n = 0; n < stored.size(); n++) {
            store(places.get(n), good.get(n).key(), stored.get(n));
        }
        JsonArrayBuilder list = Json.createArrayBuilder();
        results.values().forEach(list::add);
        return new JsonWriter()
                .put("results", list.build())
                .put("created", created)
                .put("updated", updated)
                .put("failed", results.size() - created - updated)
                .build();
    }

    private void read(int index, JsonValue item) {
        try {
            if (!(item instanceof JsonObject object)) {
                throw ProblemType.VALIDATION.because("must be an object");
            }
            Body body = Body.of(object);
            FindingReport report = ReportReader.read(body);
            body.check();
            good.add(report);
            places.add(index);
        } catch (ProblemException e) {
            results.put(index, failed(index, 422, JsonValue.NULL, ReportReader.firstViolation(e)));
        }
    }

    private void store(int index, String key, Findings.Reported reported) {
        if (reported instanceof Findings.Reported.Stored stored) {
            created += stored.updated() ? 0 : 1;
            updated += stored.updated() ? 1 : 0;
            results.put(
                    index,
                    new JsonWriter()
                            .put("index", index)
                            .put("status", stored.updated() ? 200 : 201)
                            .put("finding_key", key)
                            .put("finding_id", stored.finding().id())
                            .put("updated", stored.updated())
                            .build());
        } else {
            results.put(index, failed(index, 404, Json.createValue(key), ProblemType.ASSET_UNKNOWN.message()));
        }
    }

    private static JsonObject failed(int index, int status, JsonValue key, String message) {
        return new JsonWriter()
                .put("index", index)
                .put("status", status)
                .put("finding_key", key)
                .put("error", new JsonWriter().put("message", message).build())
                .build();
    }
}
