package io.secplat.api.outbox.microprofile;

import io.secplat.api.outbox.OutboxBacklog;
import io.secplat.api.outbox.OutboxWatch;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;

/** What waits in the outbox, from the last look at it. Without a look that still counts each figure is {@value #UNKNOWN}. */
public final class OutboxGauges {

    private static final double UNKNOWN = -1;
    private static final double MILLIS = 1_000;
    private static final Metadata WAITING = Metadata.builder()
            .withName("outbox_waiting")
            .withDescription("Rows of the outbox that no target has accepted yet")
            .build();
    private static final Metadata OLDEST = Metadata.builder()
            .withName("outbox_oldest")
            .withDescription("How long the oldest row of the outbox that waits has waited, 0 without one")
            .withUnit(MetricUnits.SECONDS)
            .build();

    private final MetricRegistry registry;
    private final OutboxWatch watch;

    public OutboxGauges(MetricRegistry registry, OutboxWatch watch) {
        this.registry = registry;
        this.watch = watch;
    }

    /** Registers them; once per process. */
    public void register() {
        registry.gauge(WAITING, () -> figure(OutboxBacklog::rows));
        registry.gauge(OLDEST, () -> figure(backlog -> backlog.oldest().toMillis() / MILLIS));
    }

    private double figure(ToDoubleFunction<OutboxBacklog> figure) {
        return watch.backlog().map(figure::applyAsDouble).orElse(UNKNOWN);
    }
}
