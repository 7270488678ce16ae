package io.secplat.bench.notice;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.Supplier;

/** Says every ten seconds how far a run is. */
final class Progress {

    private static final Duration OFTEN = Duration.ofSeconds(10);

    private final PrintStream out;
    private final Supplier<String> state;
    private final long begin = System.nanoTime();
    private long next = begin + OFTEN.toNanos();

    Progress(PrintStream out, Supplier<String> state) {
        this.out = out;
        this.state = state;
    }

    void look() {
        long now = System.nanoTime();
        if (now - next >= 0) {
            next = now + OFTEN.toNanos();
            out.println("  " + Duration.ofNanos(now - begin).toSeconds() + " s: " + state.get());
        }
    }
}
