package io.secplat.local.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Serves one function from call to answer on 127.0.0.1, or where {@link ListenAddress} says. */
public final class LoopbackServer implements AutoCloseable {

    private static final int THREADS = 8;
    private static final int BODY_LIMIT = 1 << 20;
    private static final int NO_BODY = -1;

    private final HttpServer server;
    private final ExecutorService threads;

    private LoopbackServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /** Starts serving; port 0 takes a free one. */
    public static LoopbackServer start(int port, Function<Call, Answer> site) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(ListenAddress.get(), port), 128);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        server.setExecutor(threads);
        server.createContext("/", exchange -> serve(exchange, site));
        server.start();
        return new LoopbackServer(server, threads);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static void serve(HttpExchange exchange, Function<Call, Answer> site) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(BODY_LIMIT + 1);
            Answer answer = body.length > BODY_LIMIT
                    ? Answer.text(413, "Body too large\n")
                    : answer(
                            site,
                            new Call(
                                    exchange.getRequestMethod(),
                                    exchange.getRequestURI(),
                                    headers(exchange),
                                    new String(body, StandardCharsets.UTF_8)));
            send(exchange, answer);
        }
    }

    private static Answer answer(Function<Call, Answer> site, Call call) {
        try {
            return site.apply(call);
        } catch (RuntimeException e) {
            return Answer.text(500, "Internal error\n");
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        boolean empty = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), empty ? NO_BODY : body.length);
        if (!empty) {
            exchange.getResponseBody().write(body);
        }
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        Map<String, String> headers = new HashMap<>();
        for (Map.Entry<String, List<String>> header :
                exchange.getRequestHeaders().entrySet()) {
            headers.put(header.getKey().toLowerCase(Locale.ROOT), String.join(", ", header.getValue()));
        }
        return headers;
    }
}
