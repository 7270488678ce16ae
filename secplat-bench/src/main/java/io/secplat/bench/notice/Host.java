package io.secplat.bench.notice;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** An HTTP service on loopback, in the harness's own process, with moods and outages. Remembers when each call came. */
final class Host implements AutoCloseable {

    /** What a 429 asks for. */
    static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private static final int BACKLOG = 256;
    private static final JsonObject TROUBLE = Json.createObjectBuilder()
            .add("ok", false)
            .add("error", "service_unavailable")
            .build();

    private final Clock clock;
    private final Desk desk;
    private final ExecutorService threads = Executors.newCachedThreadPool(Host::daemon);
    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final int port;
    private HttpServer server;
    private volatile Mood mood = Mood.WELL;
    private volatile boolean down;

    Host(Desk desk, Clock clock) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        this.clock = clock;
        this.desk = desk;
        this.server = listen(0);
        this.port = server.getAddress().getPort();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "service");
        thread.setDaemon(true);
        return thread;
    }

    private HttpServer listen(int at) throws IOException {
        HttpServer fresh = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), BACKLOG);
        fresh.setExecutor(threads);
        fresh.createContext("/", this::serve);
        fresh.start();
        return fresh;
    }

    /** Without a slash at its end. */
    String url() {
        return "http://127.0.0.1:" + port;
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    void forgetCalls() {
        calls.clear();
    }

    /** From now on, until it is told otherwise. */
    synchronized void be(Mood next) throws IOException {
        if (next == Mood.AWAY && mood != Mood.AWAY) {
            server.stop(0);
        } else if (next != Mood.AWAY && mood == Mood.AWAY) {
            server = listen(port);
        }
        mood = next;
        notifyAll();
    }

    private synchronized void awaitChange() {
        try {
            while (mood == Mood.HANGS) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    Mood mood() {
        return mood;
    }

    /** While it is down every call fails, whatever its mood. */
    void isDown(boolean value) {
        down = value;
    }

    private void serve(HttpExchange exchange) throws IOException {
        Instant came = clock.instant();
        String query = exchange.getRequestURI().getRawQuery();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Mood now = down ? Mood.FAILS : mood;
        Ask ask = new Ask(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                Ask.pairs(query == null ? "" : query),
                body,
                now != Mood.LOSES);
        calls.add(new Call(came, now == Mood.LIMITS ? clock.instant() : Instant.EPOCH));
        boolean even = turn.incrementAndGet() % 2 == 0;
        switch (now) {
            case LIMITS -> {
                exchange.getResponseHeaders().add("Retry-After", Long.toString(RETRY_AFTER.toSeconds()));
                send(exchange, 429, TROUBLE);
            }
            case FAILS -> send(exchange, even ? 500 : 503, TROUBLE);
            case LOSES -> {
                if (even) {
                    Desk.Reply unused = desk.answer(ask);
                }
                exchange.close();
            }
            case HANGS -> {
                awaitChange();
                exchange.close();
            }
            default -> {
                Desk.Reply reply = desk.answer(ask);
                send(exchange, reply.status(), reply.body());
            }
        }
    }

    private static void send(HttpExchange exchange, int status, JsonObject body) throws IOException {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.isEmpty() ? -1 : bytes.length);
        if (!body.isEmpty()) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
