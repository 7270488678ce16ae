package io.secplat.container;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A loopback port that leads to a store. While it is shut, the store is away for whoever comes through it; while it is held, the
 * store takes every connection and never answers.
 */
final class StoreGate {

    private static final int WAITING = 50;

    private final int port;
    private final int storePort;
    private final Set<Socket> passing = ConcurrentHashMap.newKeySet();
    private final Object flow = new Object();
    private boolean held;
    private ServerSocket door;

    private StoreGate(int port, int storePort) {
        this.port = port;
        this.storePort = storePort;
    }

    /** An open gate at the port. */
    static StoreGate open(int port, int storePort) {
        StoreGate gate = new StoreGate(port, storePort);
        gate.open();
        return gate;
    }

    /** Lets connections pass again. */
    synchronized void open() {
        try {
            ServerSocket opened = new ServerSocket(port, WAITING, InetAddress.getLoopbackAddress());
            door = opened;
            start(() -> admit(opened), "gate-" + port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends what passes and refuses what comes. */
    synchronized void shut() {
        close(door);
        passing.forEach(StoreGate::close);
        passing.clear();
    }

    /** Does something while the gate is shut. */
    void whileShut(Runnable what) {
        shut();
        try {
            what.run();
        } finally {
            open();
        }
    }

    /** Lets nothing pass from now on, and ends nothing. */
    void hold() {
        hold(true);
    }

    /** Lets everything pass again, what has waited first. */
    void release() {
        hold(false);
    }

    private void hold(boolean now) {
        synchronized (flow) {
            held = now;
            flow.notifyAll();
        }
    }

    private void awaitFlow() throws InterruptedIOException {
        synchronized (flow) {
            while (held) {
                try {
                    flow.wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new InterruptedIOException();
                }
            }
        }
    }

    private void admit(ServerSocket opened) {
        try {
            while (true) {
                pass(opened.accept());
            }
        } catch (IOException e) {
            close(opened);
        }
    }

    private void pass(Socket caller) {
        try {
            Socket store = new Socket(InetAddress.getLoopbackAddress(), storePort);
            remember(caller, store);
            start(() -> copy(caller, store), "gate-in-" + port);
            start(() -> copy(store, caller), "gate-out-" + port);
        } catch (IOException e) {
            close(caller);
        }
    }

    private synchronized void remember(Socket caller, Socket store) {
        passing.add(caller);
        passing.add(store);
        if (door.isClosed()) {
            close(caller);
            close(store);
        }
    }

    private void copy(Socket from, Socket to) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] some = new byte[8192];
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                awaitFlow();
                out.write(some, 0, read);
            }
        } catch (IOException e) {
            close(to);
        } finally {
            passing.remove(from);
        }
    }

    private static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void start(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
