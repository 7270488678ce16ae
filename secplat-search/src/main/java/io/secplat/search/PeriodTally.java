package io.secplat.search;

import io.secplat.contracts.model.AssetKey;
import io.secplat.search.EventHours.Span;
import io.secplat.search.EventHours.Standing;
import io.secplat.search.HealthEvents.Tally;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Counts the checks of a period, however long, with two requests: full hours as they were counted before, the rest by its events.
 * The rest is the hour that runs, the part of an hour at the beginning, and each hour that is not counted yet or got events since.
 */
public final class PeriodTally {

    /** Full hours that are counted by their events however many these are: the last one, and one that got late events. */
    static final int HOURS_AT_ONCE = 2;

    /** Events in more hours than those that one question may walk through: some five seconds. */
    static final long MOST_EVENTS = 5_000_000;

    private final EventHours hours;
    private final long mostEvents;

    public PeriodTally(EventHours hours) {
        this(hours, MOST_EVENTS);
    }

    PeriodTally(EventHours hours, long mostEvents) {
        this.hours = hours;
        this.mostEvents = mostEvents;
    }

    /**
     * The checks of these assets after {@code since}, the same as if every event was looked at.
     *
     * @throws HoursUncountedException when too much of the period is not counted yet
     * @throws SearchUnavailableException when the record is away
     */
    public Tally tally(Collection<AssetKey> assets, Instant since, Instant now) {
        Instant from = Span.firstAfter(since);
        Instant first = from.truncatedTo(ChronoUnit.HOURS);
        if (first.isBefore(from)) {
            first = first.plus(EventHours.HOUR);
        }
        Instant running = now.truncatedTo(ChronoUnit.HOURS);
        if (!first.isBefore(running)) {
            return hours.tally(assets, List.of(), List.of(new Span(from, null)));
        }
        List<Standing> standings = hours.standings(first, running);
        check(standings);
        List<Span> spans = new ArrayList<>();
        spans.add(new Span(from, first));
        standings.stream()
                .filter(hour -> !hour.upToDate())
                .forEach(hour -> spans.add(new Span(hour.hour(), hour.hour().plus(EventHours.HOUR))));
        spans.add(new Span(running, null));
        return hours.tally(assets, counted(standings), joined(spans));
    }

    private void check(List<Standing> standings) {
        List<Standing> missing =
                standings.stream().filter(hour -> !hour.upToDate()).toList();
        long events = missing.stream().mapToLong(Standing::events).sum();
        if (missing.size() > HOURS_AT_ONCE && events > mostEvents) {
            throw new HoursUncountedException(missing.size());
        }
    }

    private static List<Instant> counted(List<Standing> standings) {
        return standings.stream()
                .filter(hour -> hour.upToDate() && hour.events() > 0)
                .map(Standing::hour)
                .toList();
    }

    /** Spans that touch become one, and empty ones vanish: each costs a condition in the search. */
    private static List<Span> joined(List<Span> ascending) {
        List<Span> joined = new ArrayList<>();
        for (Span span : ascending) {
            int last = joined.size() - 1;
            if (span.from().equals(span.until())) {
                continue;
            }
            if (last >= 0 && span.from().equals(joined.get(last).until())) {
                joined.set(last, new Span(joined.get(last).from(), span.until()));
            } else {
                joined.add(span);
            }
        }
        return joined;
    }
}
