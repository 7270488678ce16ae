package io.secplat.api.findings;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BatchTest {

    private static final AssetFacts SHOP =
            new AssetFacts(1, "shop", "shop", "host", "service", "dev", "low", false, true, Set.of(), false);

    @Test
    void good_items_are_stored_and_each_bad_one_is_told_by_its_place() {
        Batch batch = new Batch(items(
                item("k1").add("title", "Weak").build(),
                item("k2").build(),
                JsonValue.TRUE,
                item("k3").add("title", "Weak").build()));
        JsonObject answer = batch.answer(List.of(stored(batch, 0, 7, false), new Findings.Reported.AssetUnknown()));

        assertThat(answer.getJsonArray("results"))
                .isEqualTo(
                        json(
                                """
                        [{"index":0,"status":201,"finding_key":"k1","finding_id":7,"updated":false},
                         {"index":1,"status":422,"finding_key":null,"error":{"message":"title is required"}},
                         {"index":2,"status":422,"finding_key":null,"error":{"message":"must be an object"}},
                         {"index":3,"status":404,"finding_key":"k3","error":{"message":"Asset not found"}}]
                        """));
        assertThat(answer.getInt("created")).isEqualTo(1);
        assertThat(answer.getInt("updated")).isZero();
        assertThat(answer.getInt("failed")).isEqualTo(3);
    }

    @Test
    void an_item_is_held_to_the_limit_of_each_member() {
        assertThat(first(item("k").add("title", "x".repeat(501)))).isEqualTo("title: 500 characters at most");
        assertThat(first(item("k").add("title", "T").add("evidence", "x".repeat(20_001))))
                .isEqualTo("evidence: 20000 characters at most");
        assertThat(first(item("k").add("title", "T").add("severity", "worst")))
                .isEqualTo("severity must be critical, high, medium, low or info");
        assertThat(first(item("k").add("title", "T").add("confidence", 1)))
                .isEqualTo("confidence must be high, medium or low");
        assertThat(first(item("k").add("title", "T").add("scanner_metadata_json", "{}")))
                .isEqualTo("scanner_metadata_json must be an object");
        assertThat(first(Json.createObjectBuilder().add("finding_key", "k").add("title", "T")))
                .isEqualTo("asset_key or asset_id is required");
        assertThat(first(item(" ").add("title", "T"))).isEqualTo("finding_key: must not be empty");
    }

    private static String first(JsonObjectBuilder item) {
        return new Batch(items(item.build()))
                .answer(List.of())
                .getJsonArray("results")
                .getJsonObject(0)
                .getJsonObject("error")
                .getString("message");
    }

    private static Findings.Reported stored(Batch batch, int place, int id, boolean updated) {
        Finding finding = Finding.first(batch.reports().get(place), SHOP, null, Instant.EPOCH);
        return new Findings.Reported.Stored(finding.stored(id), updated);
    }

    private static JsonObjectBuilder item(String key) {
        return Json.createObjectBuilder().add("finding_key", key).add("asset_key", "shop");
    }

    private static JsonArray items(JsonValue... items) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        for (JsonValue item : items) {
            list.add(item);
        }
        return list.build();
    }

    private static JsonArray json(String text) {
        return Json.createReader(new StringReader(text)).readArray();
    }
}
