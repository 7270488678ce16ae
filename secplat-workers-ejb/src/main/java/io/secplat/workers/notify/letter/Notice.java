package io.secplat.workers.notify.letter;

import io.secplat.contracts.event.Notification;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people are told. */
public sealed interface Notice {

    /** These assets are down; somebody sent the list on. */
    record Outage(List<String> assetKeys) implements Notice {
        public Outage {
            assetKeys = List.copyOf(assetKeys);
        }
    }

    /** Something that the platform tells by itself. */
    record Told(Notification notification) implements Notice {}

    /** The key under which a repeat is recognised; without one the message itself is the key. */
    default Optional<String> dedupeKey() {
        return told().map(Notification::dedupeKey);
    }

    /** {@code down_assets}, or the notification's own kind. */
    default String kind() {
        return told().map(Notification::kind).orElse("down_assets");
    }

    default List<String> assets() {
        return this instanceof Outage outage
                ? outage.assetKeys()
                : told().orElseThrow().assetKeys();
    }

    default @Nullable Integer incidentId() {
        return told().map(Notification::incidentId).orElse(null);
    }

    /** How often it was told before because nobody acknowledged it; 0 for the first telling. */
    default int escalation() {
        return told().map(Notification::escalation).orElse(0);
    }

    /** The notification, unless it is an outage. */
    default Optional<Notification> told() {
        return this instanceof Told told ? Optional.of(told.notification()) : Optional.empty();
    }
}
