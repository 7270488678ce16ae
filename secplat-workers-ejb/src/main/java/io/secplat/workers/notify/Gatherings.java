package io.secplat.workers.notify;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The gatherings of this notifier by name. */
final class Gatherings {

    private final Map<String, Gathering> all = new HashMap<>();

    synchronized Gathering of(String name) {
        return all.computeIfAbsent(name, none -> new Gathering());
    }

    synchronized Optional<Gathering> known(String name) {
        return Optional.ofNullable(all.get(name));
    }

    /** Forgets all: members come again from the stream. */
    synchronized void begin() {
        all.clear();
    }
}
