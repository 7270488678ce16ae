package io.secplat.workers.ingestion.microprofile;

import io.secplat.runtime.Journal;
import io.secplat.stream.microprofile.Figures;
import io.secplat.workers.ingestion.EventBuffer;
import io.secplat.workers.ingestion.ProbeFigures;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;

/**
 * Counts and times checks, and tells how full the buffer of events is. All figures appear with the first check, so that servers
 * without ingestion have none. A figure that the registry refuses is told once in the journal and disturbs no work.
 */
public final class ProbeMetrics implements ProbeFigures {

    private static final Metadata LAG = Metadata.builder()
            .withName("probe_lag")
            .withDescription("Time from the tick of a probe to its beginning")
            .withUnit(MetricUnits.SECONDS)
            .build();
    private static final Metadata SKIPPED = Figures.described(
            "probe_skipped_total", "Checks that left no event by our own fault: too late, or without local resources");
    private static final Metadata WAITING =
            Figures.described("event_buffer_length", "Events that wait to be written to the search index");
    private static final Metadata DROPPED =
            Figures.described("event_buffer_dropped", "Events lost since the start because the buffer was full");

    private final MetricRegistry registry;
    private final EventBuffer buffer;
    private final Figures figures;
    private final AtomicBoolean begun = new AtomicBoolean();

    public ProbeMetrics(MetricRegistry registry, EventBuffer buffer, Journal journal) {
        this.registry = registry;
        this.buffer = buffer;
        this.figures = new Figures(journal, "probe.metrics");
    }

    @Override
    public void began(Duration late) {
        if (begun.compareAndSet(false, true)) {
            figures.set(this::publish);
        }
        figures.set(() -> registry.timer(LAG).update(late));
    }

    @Override
    public void skipped() {
        figures.set(() -> registry.counter(SKIPPED).inc());
    }

    private void publish() {
        registry.counter(SKIPPED);
        registry.gauge(WAITING, buffer::size);
        registry.gauge(DROPPED, buffer::dropped);
    }
}
