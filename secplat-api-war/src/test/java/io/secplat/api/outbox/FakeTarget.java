package io.secplat.api.outbox;

import io.secplat.contracts.event.StreamName;
import io.secplat.stream.CourierUnavailableException;
import io.secplat.stream.CourierUnavailableException.Reason;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** A target that remembers what it took. */
public final class FakeTarget implements OutboxTarget {

    private final List<OutboxRow> taken = new CopyOnWriteArrayList<>();
    private boolean away;
    private boolean dying;

    public void away(boolean now) {
        away = now;
    }

    /** Takes the next rows, and then the relay dies before it can note that. */
    public void dieAfterAccepting() {
        dying = true;
    }

    public List<UUID> eventIds() {
        return taken.stream().map(row -> row.entry().eventId()).toList();
    }

    @Override
    public String lane() {
        return "fake";
    }

    @Override
    public Set<String> names() {
        return Set.of(StreamName.SCAN.wire());
    }

    @Override
    public void accept(List<OutboxRow> rows) {
        if (away) {
            throw new CourierUnavailableException(Reason.PASSWORD_REFUSED, new IllegalStateException("away"));
        }
        taken.addAll(rows);
        if (dying) {
            dying = false;
            throw new IllegalStateException("died");
        }
    }
}
