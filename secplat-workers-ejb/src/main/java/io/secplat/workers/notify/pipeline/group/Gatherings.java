package io.secplat.workers.notify.pipeline.group;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The gatherings of this notifier by name. */
public final class Gatherings {

    private final Map<String, Gathering> all = new HashMap<>();

    synchronized Gathering of(String name) {
        return all.computeIfAbsent(name, none -> new Gathering());
    }

    synchronized Optional<Gathering> known(String name) {
        return Optional.ofNullable(all.get(name));
    }

    /** Forgets all: members come again from the stream. */
    public synchronized void begin() {
        all.clear();
    }
}
