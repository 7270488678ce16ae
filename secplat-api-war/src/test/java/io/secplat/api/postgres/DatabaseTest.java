package io.secplat.api.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.generic.GenericType;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class DatabaseTest {

    @Test
    void migrations_build_every_table_and_change_nothing_the_second_time() {
        Database database = TestDatabase.fresh();
        new Migrations(database, TestDatabase.silent()).run();
        List<String> tables = database.read(handle -> handle.createQuery(
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()")
                .mapTo(String.class)
                .list());
        assertThat(tables)
                .contains("assets", "findings", "users", "auth_refresh_tokens", "auth_revoked_tokens", "scan_jobs")
                .contains("job_log_lines", "incidents", "incident_alerts", "incident_notes", "incident_evidence")
                .contains("incident_watchers", "incident_checklist_items", "incident_decisions", "alert_states")
                .contains("maintenance_windows", "suppression_rules", "notification_deliveries", "policy_bundles")
                .contains("policy_evaluation_runs", "audit_events", "posture_report_snapshots", "outbox_events");
    }

    @Test
    void json_times_lists_and_ids_come_back_as_they_were_stored() {
        JsonObject json = Json.createObjectBuilder().add("a", 1).build();
        Instant time = Instant.parse("2026-05-04T07:21:00.123456Z");
        UUID id = UUID.fromString("3f0a6a58-7c0e-4b0a-9f43-2f5d0f2f9b11");
        Database database = TestDatabase.empty();
        database.read(handle -> {
            var query = handle.createQuery(
                            "SELECT :json::jsonb AS j, :time::timestamptz AS t, :tags AS l, :id::uuid AS u")
                    .bind("json", json)
                    .bind("time", time)
                    .bindArray("tags", String.class, List.of("x", "y").toArray())
                    .bind("id", id);
            var row = query.map((rows, context) -> List.of(
                            context.findColumnMapperFor(JsonObject.class)
                                    .orElseThrow()
                                    .map(rows, 1, context),
                            context.findColumnMapperFor(Instant.class)
                                    .orElseThrow()
                                    .map(rows, 2, context),
                            context.findColumnMapperFor(new GenericType<List<String>>() {})
                                    .orElseThrow()
                                    .map(rows, 3, context),
                            context.findColumnMapperFor(UUID.class)
                                    .orElseThrow()
                                    .map(rows, 4, context)))
                    .one();
            assertThat(row).isEqualTo(List.of(json, time, List.of("x", "y"), id));
            return true;
        });
    }

    @Test
    void a_null_is_stored_as_null() {
        Database database = TestDatabase.fresh();
        database.change(handle -> handle.createUpdate(
                        "INSERT INTO assets (asset_key, type, name, probe, verified_at) VALUES ('a', 'app', 'a', :probe, :at)")
                .bindByType("probe", null, JsonObject.class)
                .bindByType("at", null, Instant.class)
                .execute());
        assertThat(database.<Integer>read(handle -> handle.createQuery(
                                "SELECT count(*) FROM assets WHERE probe IS NULL AND verified_at IS NULL")
                        .mapTo(Integer.class)
                        .one()))
                .isEqualTo(1);
    }

    @Test
    void what_throws_leaves_nothing_behind() {
        Database database = TestDatabase.fresh();
        assertThatThrownBy(() -> database.change(handle -> {
                    handle.execute("INSERT INTO users (username) VALUES ('mira')");
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(database.<Integer>read(handle -> handle.createQuery("SELECT count(*) FROM users")
                        .mapTo(Integer.class)
                        .one()))
                .isZero();
    }

    @Test
    void a_database_that_is_away_is_told_as_such() {
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setUrl("jdbc:postgresql://127.0.0.1:1/none");
        Database database = new Database(() -> nowhere);
        assertThatThrownBy(() -> database.read(handle -> 1)).isInstanceOf(DatabaseUnavailableException.class);
    }
}
