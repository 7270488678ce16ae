package io.secplat.guard;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Closes sockets whose time is up, whatever they are doing: a peer that sends one byte now and then would outlive every
 * time-out of a single read.
 */
final class Watchdog implements AutoCloseable {

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "secplat-guard-watchdog");
        thread.setDaemon(true);
        return thread;
    });

    Watchdog() {
        timer.setRemoveOnCancelPolicy(true);
    }

    /** A running watch over one socket. */
    record Watch(AtomicBoolean expired, Future<?> bite) {

        boolean isExpired() {
            return expired.get();
        }

        void end() {
            bite.cancel(false);
        }
    }

    Watch over(Socket socket, Duration time) {
        AtomicBoolean expired = new AtomicBoolean();
        Future<?> bite = timer.schedule(
                () -> {
                    expired.set(true);
                    closeQuietly(socket);
                },
                time.toNanos(),
                TimeUnit.NANOSECONDS);
        return new Watch(expired, bite);
    }

    static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone either way.
            return;
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
