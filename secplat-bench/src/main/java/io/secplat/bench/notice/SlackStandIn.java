package io.secplat.bench.notice;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Slack's Web API on loopback, in the harness's own process, with moods. Remembers every call of chat.postMessage. */
final class SlackStandIn implements AutoCloseable {

    /** What a 429 asks for. */
    static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    /** A call of chat.postMessage: when it came, and when it was told 429; epoch when it was not. */
    record Call(Instant came, Instant limited) {}

    private static final int BACKLOG = 256;

    private final Clock clock;
    private final SlackRoom room;
    private final ExecutorService threads = Executors.newCachedThreadPool(SlackStandIn::daemon);
    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final int port;
    private HttpServer server;
    private volatile Mood mood = Mood.WELL;

    SlackStandIn(Clock clock) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        this.clock = clock;
        this.room = new SlackRoom(clock);
        this.server = listen(0);
        this.port = server.getAddress().getPort();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "slack");
        thread.setDaemon(true);
        return thread;
    }

    private HttpServer listen(int at) throws IOException {
        HttpServer fresh = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), BACKLOG);
        fresh.setExecutor(threads);
        fresh.createContext("/api/", this::serve);
        fresh.start();
        return fresh;
    }

    SlackRoom room() {
        return room;
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    String url() {
        return "http://127.0.0.1:" + port + "/api/";
    }

    /** Forgets everything. */
    void clear() {
        room.clear();
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
    }

    Mood mood() {
        return mood;
    }

    private void serve(HttpExchange exchange) throws IOException {
        Instant came = clock.instant();
        String method = exchange.getRequestURI().getPath().substring("/api/".length());
        Map<String, String> form = form(exchange);
        if (method.equals("chat.postMessage")) {
            posted(exchange, form, came);
        } else {
            send(exchange, 200, room.ask(method, form));
        }
    }

    private void posted(HttpExchange exchange, Map<String, String> form, Instant came) throws IOException {
        Mood now = mood;
        if (now == Mood.LIMITS) {
            exchange.getResponseHeaders().add("Retry-After", Long.toString(RETRY_AFTER.toSeconds()));
            Instant limited = clock.instant();
            calls.add(new Call(came, limited));
            send(exchange, 429, SlackRoom.error("ratelimited"));
            return;
        }
        calls.add(new Call(came, Instant.EPOCH));
        boolean even = turn.incrementAndGet() % 2 == 0;
        switch (now) {
            case FAILS -> send(exchange, even ? 500 : 503, SlackRoom.error("service_unavailable"));
            case LOSES -> {
                if (even) {
                    JsonObject unused = room.ask("chat.postMessage", form);
                }
                exchange.close();
            }
            default -> send(exchange, 200, room.ask("chat.postMessage", form));
        }
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        Map<String, String> form = new HashMap<>();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return form;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, int status, JsonObject body) throws IOException {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
