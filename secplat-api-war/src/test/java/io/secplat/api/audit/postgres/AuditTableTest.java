package io.secplat.api.audit.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.api.audit.AuditEntry;
import io.secplat.api.postgres.Database;
import io.secplat.api.postgres.TestDatabase;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.Test;

class AuditTableTest {

    private final Database database = TestDatabase.fresh();

    @Test
    void a_row_tells_who_did_what_under_which_request() {
        add();
        assertThat(database.<String>read(handle -> handle.createQuery(
                                "SELECT action || ' ' || user_name || ' ' || request_id || ' ' || (details->>'n') FROM audit_events")
                        .mapTo(String.class)
                        .one()))
                .isEqualTo("asset.create mira web-7Qd2 1");
    }

    @Test
    void a_row_is_never_changed_nor_removed() {
        add();
        assertThatThrownBy(() -> database.change(handle -> handle.execute("UPDATE audit_events SET action = 'x'")))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> database.change(handle -> handle.execute("DELETE FROM audit_events")))
                .hasMessageContaining("append-only");
    }

    @Test
    void a_row_may_be_sealed_once_and_nothing_else_may_change_with_it() {
        add();
        assertThatThrownBy(() -> run("UPDATE audit_events SET chain_seq = 1, chain_mac = 'm', user_name = 'x'"))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> run("UPDATE audit_events SET chain_seq = 1")).hasMessageContaining("append-only");
        run("UPDATE audit_events SET chain_seq = 1, chain_key = 'k', chain_mac = 'm'");
        assertThatThrownBy(() -> run("UPDATE audit_events SET chain_mac = 'n'")).hasMessageContaining("append-only");
        assertThatThrownBy(() -> run("TRUNCATE audit_events")).hasMessageContaining("append-only");
        assertThatThrownBy(() -> run("DELETE FROM audit_chain")).hasMessageContaining("append-only");
    }

    @Test
    void a_database_without_a_pen_audits_nothing_and_so_changes_nothing() {
        Database penless = new Database(database::dataSource);
        AuditEntry entry = new AuditEntry("login", "mira", null, JsonValue.EMPTY_JSON_OBJECT, "r");

        assertThatThrownBy(() -> penless.change(handle -> AuditTable.append(handle, entry)))
                .hasMessageContaining("no audit pen");
    }

    private void run(String sql) {
        database.change(handle -> handle.execute(sql));
    }

    private void add() {
        AuditEntry entry = new AuditEntry(
                "asset.create",
                "mira",
                null,
                Json.createObjectBuilder().add("n", 1).build(),
                "web-7Qd2");
        database.change(handle -> AuditTable.append(handle, entry));
    }
}
