package io.secplat.api.notifications.postgres;

import io.secplat.api.audit.AuditEntry;
import io.secplat.api.audit.postgres.AuditTable;
import io.secplat.api.notifications.TestNotices;
import io.secplat.api.outbox.OutboxEntry;
import io.secplat.api.outbox.postgres.OutboxTable;
import io.secplat.api.postgres.Database;
import io.secplat.api.request.Caller;
import io.secplat.contracts.event.Notification;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.contracts.model.Severity;
import io.secplat.runtime.IdSource;
import java.util.List;

/** The messages and their audit row in one transaction. */
public record PostgresTestNotices(Database database, OutboxTable outbox, IdSource ids) implements TestNotices {

    private static final String KIND = "test";

    @Override
    public String send(List<String> channels, Caller caller) {
        String key = KIND + ":" + ids.next();
        List<List<String>> sets = channels.isEmpty()
                ? List.of(List.of())
                : channels.stream().map(List::of).toList();
        database.change(handle -> {
            outbox.append(
                    handle,
                    sets.stream()
                            .map(set -> OutboxEntry.of(notice(key, set, caller), ids.next(), caller.requestId()))
                            .toList());
            JsonWriter details = new JsonWriter().put("channels", channels).put("dedupe_key", key);
            AuditTable.append(handle, AuditEntry.of(caller, "notification.test", null, details.build()));
        });
        return key;
    }

    private static Notification notice(String key, List<String> channels, Caller caller) {
        return new Notification(
                KIND,
                key,
                "Test message",
                "Sent by " + caller.userName() + " to see whether messages arrive.",
                Severity.INFO,
                List.of(),
                null,
                null,
                channels,
                null);
    }
}
