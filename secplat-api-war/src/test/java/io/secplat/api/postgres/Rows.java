package io.secplat.api.postgres;

import jakarta.json.JsonObject;
import java.util.List;

/** What a test puts into tables and looks up in them. */
public final class Rows {

    private final Database database;

    public Rows(Database database) {
        this.database = database;
    }

    /** A verified website with that key; its id. */
    public int website(String key) {
        return asset(key, "external_web", true);
    }

    public int asset(String key, String type, boolean verified) {
        return database.inTransaction(handle -> handle.createQuery(
                        """
                        INSERT INTO assets (asset_key, type, name, environment, criticality, verified, probe)
                        VALUES (:key, :type, :key || '.example.org', 'prod', 'high', :verified,
                                '{"kind":"http","url":"http://localhost/","interval_seconds":60}')
                        RETURNING asset_id
                        """)
                .bind("key", key)
                .bind("type", type)
                .bind("verified", verified)
                .mapTo(Integer.class)
                .one());
    }

    public void run(String sql) {
        database.change(handle -> handle.createUpdate(sql).execute());
    }

    public <T> List<T> ask(String sql, Class<T> type) {
        return database.read(handle -> handle.createQuery(sql).mapTo(type).list());
    }

    public <T> T one(String sql, Class<T> type) {
        return ask(sql, type).get(0);
    }

    /** The payloads of outbox rows of that type, oldest first. */
    public List<JsonObject> published(String eventType) {
        return ask(
                "SELECT payload FROM outbox_events WHERE event_type = '" + eventType + "' ORDER BY id",
                JsonObject.class);
    }

    /** The actions in the audit, oldest first. */
    public List<String> audited() {
        return ask("SELECT action FROM audit_events ORDER BY id", String.class);
    }
}
