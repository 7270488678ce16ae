package io.secplat.stream.microprofile;

import io.secplat.runtime.Journal;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.metrics.Metadata;

/** Sets figures; one that the registry refuses is told once in the journal and disturbs no work. */
public final class Figures {

    private final Journal journal;
    private final String action;
    private final AtomicBoolean refused = new AtomicBoolean();

    /** @param action what the journal calls it, for example {@code stream.metrics} */
    public Figures(Journal journal, String action) {
        this.journal = journal;
        this.action = action;
    }

    /** A figure without a unit of its own, with the words that {@code /metrics} has for it. */
    public static Metadata described(String name, String help) {
        return Metadata.builder().withName(name).withDescription(help).build();
    }

    public void set(Runnable figure) {
        try {
            figure.run();
        } catch (IllegalArgumentException | IllegalStateException e) {
            if (refused.compareAndSet(false, true)) {
                journal.warn(action, "refused", Map.of("error", e.getClass().getSimpleName()));
            }
        }
    }
}
