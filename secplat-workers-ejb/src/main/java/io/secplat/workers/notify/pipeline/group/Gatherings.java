package io.secplat.workers.notify.pipeline.group;

import java.util.HashMap;
import java.util.Map;

/** The gatherings of this notifier by name. */
public final class Gatherings {

    private final Map<String, Gathering> all = new HashMap<>();

    synchronized Gathering of(String name) {
        return all.computeIfAbsent(name, none -> new Gathering());
    }

    /** Forgets all: members come again from the stream. */
    public synchronized void begin() {
        all.clear();
    }
}
