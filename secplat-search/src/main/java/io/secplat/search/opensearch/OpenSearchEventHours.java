package io.secplat.search.opensearch;

import io.secplat.contracts.document.EventHourDocument;
import io.secplat.contracts.model.AssetKey;
import io.secplat.search.EventHours;
import io.secplat.search.HealthEvents.Tally;
import io.secplat.search.opensearch.Cluster.Search;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Counted hours in OpenSearch: one document an hour, with the counts of its assets nested in it, so that an hour is there as a whole
 * or not at all. How many events an hour has now is read off the index of times, without a look at any of them.
 */
public final class OpenSearchEventHours implements EventHours {

    private final Cluster cluster;
    private final IndexTemplates templates;
    private final String events;
    private final String index;
    private final Clock clock;

    OpenSearchEventHours(Cluster cluster, IndexTemplates templates, SearchSettings settings, Clock clock) {
        this.cluster = cluster;
        this.templates = templates;
        this.events = settings.eventsIndex();
        this.index = settings.hoursIndex();
        this.clock = clock;
    }

    @Override
    public List<Standing> standings(Instant from, Instant until) {
        JsonObject period = Dsl.in(HealthQueries.TIME, new Span(from, until));
        List<JsonObject> answers = cluster.searches(
                List.of(new Search(events, HealthQueries.perHour(period)), new Search(index, CountedHours.in(period))));
        Map<Instant, Long> now = HealthQueries.readPerHour(answers.get(0));
        Map<Instant, Long> counted = CountedHours.events(answers.get(1));
        TreeSet<Instant> hours = new TreeSet<>(now.keySet());
        hours.addAll(counted.keySet());
        return hours.stream()
                .map(hour -> new Standing(hour, now.getOrDefault(hour, 0L), counted.get(hour)))
                .toList();
    }

    @Override
    public boolean count(Instant hour) {
        Optional<EventHourDocument> document;
        try (Moment moment = new Moment(cluster, events)) {
            document = new HourCount(moment, hour, HourCount.PART).document(clock.instant());
        }
        document.ifPresent(this::save);
        return document.isPresent();
    }

    private void save(EventHourDocument document) {
        Bulk bulk = new Bulk(index).save(document.id(), document.toJson());
        templates.before(() -> bulk.send(cluster, Refresh.TRUE));
    }

    @Override
    public Tally tally(Collection<AssetKey> assets, List<Instant> hours, List<Span> spans) {
        if (assets.isEmpty() || (hours.isEmpty() && spans.isEmpty())) {
            return Tally.NONE;
        }
        List<Search> searches = new ArrayList<>();
        spans.forEach(span -> searches.add(new Search(events, Tallies.of(assets, span))));
        if (!hours.isEmpty()) {
            searches.add(new Search(index, CountedHours.sums(assets, hours)));
        }
        List<JsonObject> answers = cluster.searches(searches);
        Sums rest =
                answers.subList(0, spans.size()).stream().map(Tallies::found).reduce(Sums.NONE, Sums::and);
        Sums counted = hours.isEmpty() ? Sums.NONE : CountedHours.read(answers.get(spans.size()));
        return counted.and(rest).tally();
    }
}
