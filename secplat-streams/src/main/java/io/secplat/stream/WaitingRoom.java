package io.secplat.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Delayed retries that came early, soonest first; holds no more than its limit. */
final class WaitingRoom {

    private record Guest(Message message, Instant due) {}

    private final int limit;
    private final TreeSet<Guest> guests = new TreeSet<>(Comparator.comparing(Guest::due)
            .thenComparing(guest -> guest.message().id()));
    private final Set<String> ids = new HashSet<>();

    WaitingRoom(int limit) {
        this.limit = limit;
    }

    /** Whether the message waits here now; false when there is no room, and then it stays in the stream alone. */
    boolean admit(Message message, Instant due) {
        if (ids.contains(message.id())) {
            return true;
        }
        return guests.size() < limit && ids.add(message.id()) && guests.add(new Guest(message, due));
    }

    boolean holds(String id) {
        return ids.contains(id);
    }

    /** Removes and returns what is due, at most that many. */
    List<Message> takeDue(Instant now, int max) {
        List<Guest> due = guests.stream()
                .takeWhile(guest -> !guest.due().isAfter(now))
                .limit(max)
                .toList();
        due.forEach(guests::remove);
        due.forEach(guest -> ids.remove(guest.message().id()));
        return due.stream().map(Guest::message).toList();
    }

    /** How long until the next one is due; empty when nobody waits. */
    Optional<Duration> untilNext(Instant now) {
        return guests.isEmpty()
                ? Optional.empty()
                : Optional.of(Duration.between(now, guests.first().due()));
    }
}
