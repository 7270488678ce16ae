package io.secplat.local.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Whether ports can be had. */
final class Ports {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private Ports() {}

    /**
     * Whether the port can be had, now or in a moment: the threads of a process that was killed close its port a little after
     * its end.
     */
    static boolean comesFree(int port) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isFree(port)) {
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return true;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /** What to tell the person whose port is taken. */
    static String taken(Part part, int port) {
        return "Port " + port + " of " + part.title() + " is taken by another program. Set " + part.portVariable()
                + " to a free port, or end that program.";
    }
}
