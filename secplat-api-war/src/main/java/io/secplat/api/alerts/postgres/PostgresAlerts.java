package io.secplat.api.alerts.postgres;

import io.secplat.api.alerts.AlertBucket;
import io.secplat.api.alerts.AlertFacts;
import io.secplat.api.alerts.AlertState;
import io.secplat.api.alerts.Alerts;
import io.secplat.api.audit.AuditEntry;
import io.secplat.api.audit.postgres.AuditTable;
import io.secplat.api.outbox.OutboxEntry;
import io.secplat.api.outbox.postgres.OutboxTable;
import io.secplat.api.postgres.Database;
import io.secplat.api.problem.ProblemType;
import io.secplat.api.request.Caller;
import io.secplat.api.suppression.postgres.SuppressionTable;
import io.secplat.contracts.event.AlertTriggered;
import io.secplat.contracts.event.DownAssetsNotification;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.contracts.model.IdempotencyKeys;
import io.secplat.runtime.IdSource;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/** What people do with alerts: each change is one transaction with its audit row. */
public final class PostgresAlerts implements Alerts {

    private final Database database;
    private final OutboxTable outbox;
    private final IdSource ids;
    private final Clock clock;

    public PostgresAlerts(Database database, OutboxTable outbox, IdSource ids, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public List<AlertFacts> listed() {
        return database.read(handle -> AlertQuery.listed(handle, clock.instant()));
    }

    @Override
    public void acknowledge(String assetKey, String reason, Caller caller) {
        JsonObject details = new JsonWriter().put("reason", reason).build();
        change(
                assetKey,
                new AuditEntry("alert.ack", caller.userName(), assetKey, details, caller.requestId()),
                state ->
                        open(state).acknowledged(reason.isEmpty() ? null : reason, caller.userName(), clock.instant()));
    }

    @Override
    public void suppress(String assetKey, Instant until, Caller caller) {
        JsonObject details = new JsonWriter().put("until", until).build();
        change(assetKey, AuditEntry.of(caller, "alert.suppress", assetKey, details), state -> state.quietUntil(until));
    }

    @Override
    public void resolve(String assetKey, Caller caller) {
        change(
                assetKey,
                AuditEntry.of(caller, "alert.resolve", assetKey, JsonObject.EMPTY_JSON_OBJECT),
                state -> open(state).resolvedByHand(clock.instant()));
    }

    @Override
    public void assign(String assetKey, String assignedTo, Caller caller) {
        JsonObject details = new JsonWriter().put("assigned_to", assignedTo).build();
        change(assetKey, AuditEntry.of(caller, "alert.assign", assetKey, details), state -> state.assigned(assignedTo));
    }

    @Override
    public List<String> sendFiring(boolean transport, Caller caller) {
        return database.inTransaction(handle -> {
            List<String> firing = firing(handle);
            if (!firing.isEmpty() && transport) {
                send(handle, firing, caller);
            }
            return firing;
        });
    }

    private List<String> firing(Handle handle) {
        Instant now = clock.instant();
        return AlertQuery.listed(handle, now).stream()
                .filter(facts -> facts.state().bucket(facts.quiet().active(), now) == AlertBucket.FIRING)
                .map(facts -> facts.state().assetKey())
                .sorted()
                .toList();
    }

    private void send(Handle handle, List<String> firing, Caller caller) {
        String incidentKey = IdempotencyKeys.alertIncident(firing, clock.instant());
        outbox.append(
                handle,
                List.of(
                        OutboxEntry.of(new DownAssetsNotification(firing), ids.next(), caller.requestId()),
                        OutboxEntry.of(new AlertTriggered(firing, incidentKey), ids.next(), caller.requestId())));
        JsonObject details = new JsonWriter().put("down_assets", firing).build();
        AuditTable.append(handle, AuditEntry.of(caller, "posture_alert.send", null, details));
    }

    private void change(String assetKey, AuditEntry entry, UnaryOperator<AlertState> change) {
        String requestId = Optional.ofNullable(entry.requestId())
                .orElseGet(() -> ids.next().toString());
        database.change(handle -> {
            AlertRows.lock(handle, Set.of(assetKey));
            requireAsset(handle, assetKey);
            Instant now = clock.instant();
            Map<String, ?> quiet = SuppressionTable.active(handle, Set.of(assetKey), now);
            AlertState before = Optional.ofNullable(
                            AlertRows.of(handle, Set.of(assetKey)).get(assetKey))
                    .orElseGet(() -> AlertState.none(assetKey));
            List<AlertNews> news = AlertRows.save(handle, List.of(change.apply(before)), quiet.keySet(), now);
            outbox.append(
                    handle,
                    news.stream()
                            .map(alert -> alert.entry(now, ids.next(), requestId))
                            .toList());
            AuditTable.append(handle, entry);
        });
    }

    private static void requireAsset(Handle handle, String assetKey) {
        boolean known = handle.createQuery("SELECT EXISTS (SELECT FROM assets WHERE asset_key = :key)")
                .bind("key", assetKey)
                .mapTo(Boolean.class)
                .one();
        if (!known) {
            throw ProblemType.ASSET_UNKNOWN.because();
        }
    }

    private static AlertState open(AlertState state) {
        if (!state.open()) {
            throw ProblemType.CONFLICT.because("The asset has no open alert");
        }
        return state;
    }
}
