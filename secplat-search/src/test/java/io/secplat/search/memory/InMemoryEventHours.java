package io.secplat.search.memory;

import io.secplat.contracts.document.HealthEventDocument;
import io.secplat.contracts.model.AssetKey;
import io.secplat.search.EventHours;
import io.secplat.search.HealthEvents.Tally;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Counted hours in memory: what is kept of an hour are the events that it had when it was counted. */
public final class InMemoryEventHours implements EventHours {

    private final InMemoryHealthEvents events;
    private final Map<Instant, List<HealthEventDocument>> counted = new HashMap<>();

    InMemoryEventHours(InMemoryHealthEvents events) {
        this.events = events;
    }

    @Override
    public synchronized List<Standing> standings(Instant from, Instant until) {
        Set<Instant> hours = new TreeSet<>(counted.keySet());
        events.all().forEach(event -> hours.add(hour(event)));
        return hours.stream()
                .filter(hour -> !hour.isBefore(from) && hour.isBefore(until))
                .map(hour -> new Standing(
                        hour,
                        in(new Span(hour, hour.plus(HOUR))).size(),
                        counted.containsKey(hour) ? size(hour) : null))
                .toList();
    }

    @Override
    public synchronized boolean count(Instant hour) {
        counted.put(hour, in(new Span(hour, hour.plus(HOUR))));
        return true;
    }

    @Override
    public synchronized Tally tally(Collection<AssetKey> assets, List<Instant> hours, List<Span> spans) {
        List<HealthEventDocument> found = new ArrayList<>();
        hours.forEach(hour -> found.addAll(counted.getOrDefault(hour, List.of())));
        spans.forEach(span -> found.addAll(in(span)));
        return InMemoryHealthEvents.count(
                found.stream().filter(event -> assets.contains(event.asset())).toList());
    }

    private Long size(Instant hour) {
        return (long) counted.getOrDefault(hour, List.of()).size();
    }

    private List<HealthEventDocument> in(Span span) {
        Instant until = span.until();
        return events.all().stream()
                .filter(event -> !event.timestamp().isBefore(span.from())
                        && (until == null || event.timestamp().isBefore(until)))
                .toList();
    }

    private static Instant hour(HealthEventDocument event) {
        return event.timestamp().truncatedTo(ChronoUnit.HOURS);
    }
}
