package io.secplat.search.opensearch;

import io.secplat.contracts.json.JsonWriter;
import jakarta.json.JsonObject;

/**
 * The mappings of the index contract, sections 2 to 4, and of counted hours (ADR 27). A field that they do not name is kept in the document and not indexed,
 * so that a stranger's field never makes a write fail.
 */
final class Mappings {

    static final JsonObject EVENTS = new Mappings()
            .fields("date", "@timestamp")
            .keywords("asset", "service", "level", "message", "status", "event_id", "org_id", "probe_kind", "error")
            .fields("integer", "status_num", "code", "latency_ms")
            .build();

    static final JsonObject ASSETS = new Mappings()
            .fields("integer", "asset_id", "probe_interval_seconds")
            .keywords("asset_key", "type", "name", "owner", "owner_team", "asset_type", "environment", "criticality")
            .keywords("verification_method", "tags", "probe_kind")
            .fields("boolean", "verified", "is_active", "monitored")
            .fields("date", "verified_at", "created_at", "updated_at")
            .build();

    static final JsonObject STATUS = new Mappings()
            .fields("date", "@timestamp", "last_seen", "source_event_timestamp", "last_status_change")
            .fields("date", "last_good_at", "derived_at_event_ts")
            .keywords("asset_key", "name", "type", "environment", "owner", "owner_team", "status", "posture_state")
            .keywords("pending_status", "reason")
            .fields("integer", "criticality", "status_num", "code", "latency_ms", "staleness_seconds", "posture_score")
            .fields("integer", "consecutive_failures", "consecutive_successes")
            .fields("integer", "last_good_code", "last_good_latency_ms")
            .fields("float", "confidence", "flap_percent")
            .fields("boolean", "flapping")
            .fields("long", "version")
            .build();

    static final JsonObject HOURS = new Mappings()
            .fields("date", "@timestamp", "counted_at")
            .fields("long", "events")
            .nested(
                    "assets",
                    new Mappings().keywords("asset").fields("long", "checks", "successes", "timed", "latency_sum_ms"))
            .build();

    /** Longer texts are kept and not indexed: Lucene refuses terms of more than 32 766 bytes. */
    private static final int IGNORE_ABOVE = 8_191;

    private final JsonWriter properties = new JsonWriter();

    private Mappings() {}

    private Mappings fields(String type, String... names) {
        for (String name : names) {
            properties.put(name, type(type).build());
        }
        return this;
    }

    private Mappings nested(String name, Mappings members) {
        properties.put(
                name,
                type("nested").put("properties", members.properties.build()).build());
        return this;
    }

    private Mappings keywords(String... names) {
        for (String name : names) {
            JsonObject same = keyword().build();
            properties.put(
                    name, keyword().put("fields", Dsl.object("keyword", same)).build());
        }
        return this;
    }

    private JsonObject build() {
        return new JsonWriter()
                .put("dynamic", false)
                .put("properties", properties.build())
                .build();
    }

    private static JsonWriter keyword() {
        return type("keyword").put("ignore_above", IGNORE_ABOVE);
    }

    private static JsonWriter type(String type) {
        return new JsonWriter().put("type", type);
    }
}
