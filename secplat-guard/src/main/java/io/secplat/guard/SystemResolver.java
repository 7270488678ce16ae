package io.secplat.guard;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The machine's own resolver, bounded in time: a name server that is silent would hold its caller for half a minute. Lookups
 * beyond 64 wait for their turn. One that has none in time, since so many hang already, ends in a RejectedExecutionException,
 * which says that this machine is at fault, not the name.
 */
final class SystemResolver implements NameResolver, AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final int MOST_AT_ONCE = 64;
    private static final int MOST_WAITING = 10_000;
    private static final long IDLE_SECONDS = 30;

    private final NameResolver machine;
    private final Duration longest;
    private final ThreadPoolExecutor threads;

    SystemResolver() {
        this(name -> List.of(InetAddress.getAllByName(name)), LONGEST, MOST_AT_ONCE);
    }

    SystemResolver(NameResolver machine, Duration longest, int atOnce) {
        this.machine = machine;
        this.longest = longest;
        this.threads = new ThreadPoolExecutor(
                atOnce, atOnce, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_WAITING), task -> {
                    Thread thread = new Thread(task, "secplat-resolver");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    /** One question to the machine, which may be a long time in coming. */
    private static final class Lookup implements Callable<List<InetAddress>> {

        private final NameResolver machine;
        private final String name;
        private volatile boolean begun;

        Lookup(NameResolver machine, String name) {
            this.machine = machine;
            this.name = name;
        }

        @Override
        public List<InetAddress> call() throws IOException {
            begun = true;
            return machine.resolve(name);
        }
    }

    @Override
    public List<InetAddress> resolve(String name) throws IOException {
        Lookup lookup = new Lookup(machine, name);
        Future<List<InetAddress>> answer = threads.submit(lookup);
        try {
            return answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new UnknownHostException(name);
        } catch (TimeoutException e) {
            throw late(lookup);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            boolean unused = answer.cancel(true);
        }
    }

    private SocketTimeoutException late(Lookup lookup) {
        if (!lookup.begun) {
            throw new RejectedExecutionException("too many lookups hang");
        }
        return new SocketTimeoutException("no name server answered within " + longest.toMillis() + " ms");
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
