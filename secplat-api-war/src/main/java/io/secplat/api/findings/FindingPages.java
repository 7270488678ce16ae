package io.secplat.api.findings;

import io.secplat.api.cache.FinishedAnswer;
import io.secplat.api.cache.SingleFlight;
import io.secplat.api.request.Cursor;
import java.util.List;
import java.util.Optional;

/**
 * Pages of the list, finished for the wire. Whoever asks the same in the same role meanwhile, and for a moment after, gets
 * the same bytes; a change in this server ends that at once, a change in another one when the moment is over.
 */
public final class FindingPages {

    private final Findings findings;
    private final SingleFlight<Asked, FinishedAnswer> flights;

    /** The whole question. Two of them are the same only if the answer is. */
    public record Asked(Findings.Filter filter, int limit, Optional<Findings.Place> after, boolean forViewer) {}

    /** Changes are to be told to the flights by whoever makes them, after the commit. */
    public FindingPages(Findings findings, SingleFlight<Asked, FinishedAnswer> flights) {
        this.findings = findings;
        this.flights = flights;
    }

    /** The page, and where the next begins. */
    public FinishedAnswer of(Asked asked) {
        return flights.get(asked, this::finished);
    }

    private FinishedAnswer finished(Asked asked) {
        List<Findings.Scored> found = findings.page(asked.filter, asked.limit + 1, asked.after);
        List<Findings.Scored> shown = found.subList(0, Math.min(asked.limit, found.size()));
        List<FindingView> views = shown.stream()
                .map(scored -> new FindingView(scored.finding(), scored.risk(), asked.forViewer))
                .toList();
        Optional<String> next = found.size() > asked.limit
                ? Optional.of(cursor(shown.get(asked.limit - 1).finding()))
                : Optional.empty();
        return new FinishedAnswer(FindingView.list(views), next);
    }

    private static String cursor(Finding last) {
        return Cursor.encode(last.sightings().lastSeen().toString(), Integer.toString(last.id()));
    }
}
