package io.secplat.workers.posture;

import io.secplat.runtime.Journal;
import io.secplat.runtime.PeriodicWorker;
import io.secplat.search.EventHours;
import io.secplat.search.EventHours.Standing;
import io.secplat.search.SearchUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts the checks of hours that are over: hours that nobody has counted, and hours that got or lost events since. The newest come
 * first, since every report needs them. What is done is told by the record itself, so a turn that dies, or one at the same time
 * elsewhere, costs work and nothing else.
 */
final class HourCounting implements PeriodicWorker.Task {

    /** How often it looks. */
    static final Duration LOOK = Duration.ofMinutes(1);

    /** How far back it looks: longer than any report. */
    static final Duration LOOK_BACK = Duration.ofDays(31);

    /** How long an hour must be over: its last checks are still being written. */
    static final Duration SETTLING = Duration.ofMinutes(2);

    /** No hour is begun later than that in a turn, so that the loop shows life and leaves the record time for others. */
    static final Duration TURN = Duration.ofSeconds(30);

    private final EventHours hours;
    private final Clock clock;
    private final Journal journal;

    /** Hours with too many assets, as they were when that was found out. */
    private final Set<Standing> refused = new HashSet<>();

    private String trouble = "";

    HourCounting(EventHours hours, Clock clock, Journal journal) {
        this.hours = hours;
        this.clock = clock;
        this.journal = journal;
    }

    @Override
    public void run() {
        String now = attempt();
        if (!now.equals(trouble)) {
            trouble = now;
            if (now.isEmpty()) {
                journal.info("event.hours", "resumed", Map.of());
            } else {
                journal.warn("event.hours", "hindered", Map.of("reason", now));
            }
        }
    }

    private String attempt() {
        try {
            turn();
            return "";
        } catch (SearchUnavailableException e) {
            return "search_unavailable";
        }
    }

    private void turn() {
        Instant begun = clock.instant();
        Instant until = begun.minus(SETTLING).truncatedTo(ChronoUnit.HOURS);
        List<Standing> due = hours.standings(until.minus(LOOK_BACK), until).stream()
                .filter(hour -> !hour.upToDate() && !refused.contains(hour))
                .sorted(Comparator.comparing(Standing::hour).reversed())
                .toList();
        int counted = 0;
        for (Standing hour : due) {
            if (clock.instant().isAfter(begun.plus(TURN))) {
                break;
            }
            count(hour);
            counted++;
        }
        if (counted > 0) {
            journal.info("event.hours", "counted", Map.of("hours", counted, "left", due.size() - counted));
        }
    }

    private void count(Standing hour) {
        if (!hours.count(hour.hour())) {
            refused.add(hour);
            journal.warn("event.hours", "refused", Map.of("hour", hour.hour(), "most_assets", EventHours.MOST_ASSETS));
        }
    }
}
