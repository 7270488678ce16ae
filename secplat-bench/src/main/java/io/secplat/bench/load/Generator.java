package io.secplat.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;

/**
 * Sends calls over a fixed number of connections from the calling thread. It takes processor time of its own: on a machine
 * whose cores it shares with the server, figures are what both can do together.
 */
public final class Generator {

    private static final int BUFFER = 1 << 18;
    private static final long MILLISECOND = 1_000_000;
    private static final long SHORT_PAUSE = 50_000;

    private final InetSocketAddress server;
    private final int connections;

    public Generator(InetSocketAddress server, int connections) {
        this.server = server;
        this.connections = connections;
    }

    /** Calls as often as the server answers, on all connections. */
    public Measured flood(Calls calls, Duration duration) throws IOException {
        return run(calls, start -> Pace.asFastAsPossible(), duration);
    }

    /** Calls at a steady rate; more of them wait than there are connections when the server falls behind. */
    public Measured steady(Calls calls, double perSecond, Duration duration) throws IOException {
        return run(calls, start -> Pace.steady(perSecond, start), duration);
    }

    private Measured run(Calls calls, LongFunction<Pace> pace, Duration duration) throws IOException {
        try (Selector selector = Selector.open()) {
            List<Line> lines = new ArrayList<>();
            try {
                for (int i = 0; i < connections; i++) {
                    lines.add(new Line(server, selector));
                }
                long start = System.nanoTime();
                return new Turn(calls, pace.apply(start), selector, new ArrayDeque<>(lines)).go(start, duration);
            } finally {
                for (Line line : lines) {
                    line.close();
                }
            }
        }
    }

    /** One run, from its first call to the last answer. */
    private static final class Turn {

        private final Calls calls;
        private final Pace pace;
        private final Selector selector;
        private final Deque<Line> free;
        private final int all;
        private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
        private final Latencies latencies = new Latencies();
        private long sent;
        private long good;
        private long bad;
        private long bytes;

        Turn(Calls calls, Pace pace, Selector selector, Deque<Line> free) {
            this.calls = calls;
            this.pace = pace;
            this.selector = selector;
            this.free = free;
            this.all = free.size();
        }

        /** Calls that are due before the end are all made, and all answers awaited. */
        Measured go(long start, Duration duration) throws IOException {
            long end = start + duration.toNanos();
            long last = start;
            while (pace.due(sent, System.nanoTime()) < end || free.size() < all) {
                send(end);
                if (await(end)) {
                    last = System.nanoTime();
                }
            }
            return new Measured(good, bad, bytes, last - start, latencies);
        }

        private void send(long end) throws IOException {
            long now = System.nanoTime();
            for (long due = pace.due(sent, now);
                    due <= now && due < end && !free.isEmpty();
                    due = pace.due(sent, now)) {
                free.poll().send(calls.request(sent++), due);
            }
        }

        private boolean await(long end) throws IOException {
            long now = System.nanoTime();
            long due = pace.due(sent, now);
            long pause = free.isEmpty() || due >= end ? MILLISECOND : due - now;
            if (pause >= MILLISECOND) {
                selector.select(pause / MILLISECOND);
            } else if (selector.selectNow() == 0 && pause > 0) {
                LockSupport.parkNanos(Math.min(pause, SHORT_PAUSE));
            }
            boolean answered = false;
            for (SelectionKey key : selector.selectedKeys()) {
                answered |= proceed((Line) key.attachment());
            }
            selector.selectedKeys().clear();
            return answered;
        }

        private boolean proceed(Line line) throws IOException {
            if (!line.proceed(buffer)) {
                return false;
            }
            latencies.add(System.nanoTime() - line.countsFrom());
            bytes += line.bytes();
            if (line.status() == calls.expected()) {
                good++;
            } else {
                bad++;
            }
            free.add(line);
            return true;
        }
    }
}
