package io.secplat.guard;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The machine's own resolver, bounded in time: a name server that is silent would hold its caller for half a minute. When
 * too many lookups hang already, a RejectedExecutionException says that this machine is at fault, not the name.
 */
final class SystemResolver implements NameResolver, AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final int MOST_AT_ONCE = 64;
    private static final long IDLE_SECONDS = 30;

    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(0, MOST_AT_ONCE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                Thread thread = new Thread(task, "secplat-resolver");
                thread.setDaemon(true);
                return thread;
            });

    @Override
    public List<InetAddress> resolve(String name) throws IOException {
        try {
            Future<InetAddress[]> lookup = threads.submit(() -> InetAddress.getAllByName(name));
            return List.of(lookup.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            throw new UnknownHostException(name);
        } catch (TimeoutException e) {
            throw new SocketTimeoutException("no name server answered within " + LONGEST.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
