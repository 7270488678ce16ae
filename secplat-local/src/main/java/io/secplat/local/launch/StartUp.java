package io.secplat.local.launch;

import io.secplat.local.process.LogTail;
import io.secplat.local.process.Running;
import io.secplat.local.process.StartFailedException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Brings the missing parts up, group by group, telling how far it is. Whatever happens before {@link #keep}, an
 * interrupt included, {@link #close} ends what this start-up began.
 */
final class StartUp implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final Duration REPORT = Duration.ofSeconds(10);

    private final LocalPlatform platform;
    private final Terminal terminal;
    private final List<Part> begun = new ArrayList<>();
    private volatile boolean closed;

    StartUp(LocalPlatform platform, Terminal terminal) {
        this.platform = platform;
        this.terminal = terminal;
    }

    /** Starts those parts that do not run and waits until all of them are ready. */
    void bringUp(List<Part> parts) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Map<Part, Running> waiting = new EnumMap<>(Part.class);
        for (Part part : parts) {
            waiting.put(part, begin(part));
        }
        long reported = began;
        while (!waiting.isEmpty()) {
            settle(waiting, began);
            if (!waiting.isEmpty() && System.nanoTime() - reported > REPORT.toNanos()) {
                reported = System.nanoTime();
                terminal.say("  ... waiting for %s (%s)", titles(waiting), Terminal.seconds(since(began)));
            }
            Thread.sleep(100);
        }
    }

    private synchronized Running begin(Part part) throws IOException {
        if (closed) {
            throw new StartFailedException("Interrupted.");
        }
        boolean running = platform.running(part).isPresent();
        if (!running) {
            begun.add(part);
        }
        return platform.start(part);
    }

    private void settle(Map<Part, Running> waiting, long began) {
        if (closed) {
            throw new StartFailedException("Interrupted.");
        }
        for (Map.Entry<Part, Running> entry : List.copyOf(waiting.entrySet())) {
            Part part = entry.getKey();
            Running running = entry.getValue();
            if (running.isReady()) {
                terminal.say("  %-13s ready after %s", part.title(), Terminal.seconds(since(began)));
                waiting.remove(part);
            } else if (!running.isAlive()) {
                throw failed(part, "ended while starting", running);
            } else if (since(began).compareTo(LIMIT) > 0) {
                throw failed(part, "is not ready after " + LIMIT.toMinutes() + " minutes", running);
            }
        }
    }

    private static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }

    private StartFailedException failed(Part part, String what, Running running) {
        if (closed) {
            return new StartFailedException("Interrupted.");
        }
        return new StartFailedException(part.title() + " " + what + "; its log " + running.log() + " ends with:\n"
                + LogTail.of(running.log(), 20));
    }

    private static String titles(Map<Part, Running> waiting) {
        return waiting.keySet().stream().map(Part::title).collect(Collectors.joining(", "));
    }

    /** The platform is up: what was begun stays. */
    synchronized void keep() {
        begun.clear();
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        if (!begun.isEmpty()) {
            terminal.say("Stopping what was started ...");
            new ShutDown(platform).stop(begun);
            begun.clear();
        }
    }
}
