package io.secplat.stream;

import io.secplat.contracts.event.FieldNames;
import io.secplat.contracts.event.StreamName;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The dead letters of a courier in memory. */
record InMemoryDeadLetterBox(InMemoryCourier courier) implements DeadLetterBox {

    private static final Comparator<Message> OLDEST_FIRST = Comparator.comparingLong(letter -> number(letter.id()));

    @Override
    public List<Message> page(StreamName stream, int max, Optional<String> olderThan) {
        return courier.deadLetters(stream).stream()
                .filter(letter -> olderThan.isEmpty() || number(letter.id()) < number(olderThan.get()))
                .sorted(OLDEST_FIRST.reversed())
                .limit(max)
                .toList();
    }

    @Override
    public List<String> ids(StreamName stream, int max, Optional<String> newerThan, String last) {
        return courier.deadLetters(stream).stream()
                .sorted(OLDEST_FIRST)
                .map(Message::id)
                .filter(id -> newerThan.isEmpty() || number(id) > number(newerThan.get()))
                .filter(id -> number(id) <= number(last))
                .limit(max)
                .toList();
    }

    @Override
    public Optional<String> newest(StreamName stream) {
        return page(stream, 1, Optional.empty()).stream().map(Message::id).findFirst();
    }

    @Override
    public Set<String> replay(StreamName stream, Collection<String> ids) {
        Set<String> replayed = new LinkedHashSet<>();
        for (String id : ids) {
            if (courier.replay(stream, id, InMemoryDeadLetterBox::message)) {
                replayed.add(id);
            }
        }
        return replayed;
    }

    private static Map<String, String> message(Map<String, String> letter) {
        Map<String, String> fields = new HashMap<>(letter);
        fields.keySet().removeAll(FieldNames.NOT_REPLAYED);
        return fields;
    }

    @Override
    public boolean discard(StreamName stream, String id) {
        return courier.discard(stream, id);
    }

    private static long number(String id) {
        return Long.parseLong(id.substring(0, id.indexOf('-')));
    }
}
