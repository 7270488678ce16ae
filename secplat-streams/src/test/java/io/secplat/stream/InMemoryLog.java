package io.secplat.stream;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One stream in memory: its entries, its groups with what they have pending, and its dead letters. */
final class InMemoryLog {

    private record Pending(String consumer, Instant touched) {}

    private static final class Group {
        private long delivered;
        private final TreeMap<Long, Pending> pending = new TreeMap<>();
    }

    private final Clock clock;
    private final TreeMap<Long, Map<String, String>> entries = new TreeMap<>();
    private final List<Message> deadLetters = new ArrayList<>();
    private final Map<String, Group> groups = new HashMap<>();
    private long last;
    private long lastLetter;

    InMemoryLog(Clock clock) {
        this.clock = clock;
    }

    String add(Map<String, String> fields) {
        entries.put(++last, new LinkedHashMap<>(fields));
        return id(last);
    }

    void bury(Map<String, String> fields) {
        deadLetters.add(new Message(id(++lastLetter), fields));
    }

    Optional<Message> discard(String id) {
        Optional<Message> found =
                deadLetters.stream().filter(letter -> letter.id().equals(id)).findFirst();
        found.ifPresent(deadLetters::remove);
        return found;
    }

    List<Message> read(String group, String consumer, int max) {
        Group state = group(group);
        List<Message> read = new ArrayList<>();
        for (Map.Entry<Long, Map<String, String>> entry :
                entries.tailMap(state.delivered, false).entrySet()) {
            if (read.size() == max) {
                break;
            }
            state.delivered = entry.getKey();
            state.pending.put(entry.getKey(), new Pending(consumer, clock.instant()));
            read.add(new Message(id(entry.getKey()), entry.getValue()));
        }
        return read;
    }

    List<Message> reclaim(String group, String consumer, int max, java.time.Duration idle) {
        Instant before = clock.instant().minus(idle);
        List<Long> stale = group(group).pending.entrySet().stream()
                .filter(entry -> !entry.getValue().touched().isAfter(before))
                .map(Map.Entry::getKey)
                .limit(max)
                .toList();
        stale.forEach(number -> group(group).pending.put(number, new Pending(consumer, clock.instant())));
        return stale.stream()
                .map(number -> new Message(id(number), entries.get(number)))
                .toList();
    }

    boolean othersHold(String group, String consumer) {
        return group(group).pending.values().stream()
                .anyMatch(pending -> !pending.consumer().equals(consumer));
    }

    void refresh(String group, String consumer, Collection<String> ids) {
        ids.forEach(id -> group(group)
                .pending
                .computeIfPresent(number(id), (number, pending) -> new Pending(consumer, clock.instant())));
    }

    void acknowledge(String group, Collection<String> ids) {
        ids.forEach(id -> group(group).pending.remove(number(id)));
    }

    List<Message> entries() {
        return entries.entrySet().stream()
                .map(entry -> new Message(id(entry.getKey()), entry.getValue()))
                .toList();
    }

    List<Message> deadLetters() {
        return List.copyOf(deadLetters);
    }

    void clear() {
        entries.clear();
        deadLetters.clear();
        groups.clear();
    }

    StreamInspector.StreamState state() {
        Map<String, StreamInspector.GroupState> states = new HashMap<>();
        groups.forEach((name, group) -> states.put(name, state(group)));
        return new StreamInspector.StreamState(entries.size(), deadLetters.size(), states);
    }

    private StreamInspector.GroupState state(Group group) {
        long lag = entries.tailMap(group.delivered, false).size();
        if (group.pending.isEmpty()) {
            return new StreamInspector.GroupState(0, null, null, null, lag);
        }
        Instant oldest = group.pending.values().stream()
                .map(Pending::touched)
                .min(Instant::compareTo)
                .orElseThrow();
        return new StreamInspector.GroupState(
                group.pending.size(),
                id(group.pending.firstKey()),
                id(group.pending.lastKey()),
                clock.millis() - oldest.toEpochMilli(),
                lag);
    }

    /** Removes what every group has settled; nothing unless all the named groups are there. */
    long trim(Collection<String> readers) {
        if (!groups.keySet().containsAll(readers)) {
            return 0;
        }
        long floor = groups.values().stream()
                .mapToLong(group -> group.pending.isEmpty() ? group.delivered + 1 : group.pending.firstKey())
                .min()
                .orElse(0);
        Map<Long, Map<String, String>> settled = entries.headMap(floor);
        long count = settled.size();
        settled.clear();
        return count;
    }

    private Group group(String name) {
        return groups.computeIfAbsent(name, any -> new Group());
    }

    private static String id(long number) {
        return number + "-0";
    }

    private static long number(String id) {
        return Long.parseLong(id.substring(0, id.indexOf('-')));
    }
}
