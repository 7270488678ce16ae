package io.secplat.search.memory;

import io.secplat.search.SearchHealth;
import io.secplat.search.SearchUnavailableException;
import java.io.IOException;

/** The whole record in memory; it can be made to go away. */
public final class InMemoryRecord {

    private volatile boolean away;

    private final InMemoryHealthEvents events = new InMemoryHealthEvents(this::reach);
    private final InMemoryEventHours hours = new InMemoryEventHours(events);
    private final InMemoryAssetStatuses statuses = new InMemoryAssetStatuses(this::reach);
    private final InMemoryAssetMirror assets = new InMemoryAssetMirror(this::reach);

    public InMemoryHealthEvents events() {
        return events;
    }

    public InMemoryEventHours hours() {
        return hours;
    }

    public InMemoryAssetStatuses statuses() {
        return statuses;
    }

    public InMemoryAssetMirror assets() {
        return assets;
    }

    public SearchHealth health() {
        return this::reach;
    }

    /** From now on every call fails with {@link SearchUnavailableException}. */
    public void goAway() {
        away = true;
    }

    public void comeBack() {
        away = false;
    }

    private void reach() {
        if (away) {
            throw new SearchUnavailableException("away", new IOException("away"));
        }
    }
}
