package io.secplat.workers.notify.slack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.secplat.workers.notify.channel.Channel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** A webhook on loopback that answers as told and remembers what it got. */
public final class FakeSlack implements AutoCloseable {

    public static final String SECRET = "T000-B000-verysecret";

    /** What it got and when. */
    public record Hit(Instant at, String contentType, String body) {}

    private final HttpServer server;
    private final List<Hit> hits = new CopyOnWriteArrayList<>();
    private final AtomicInteger count = new AtomicInteger();
    private volatile IntFunction<SlackAnswer> answers = n -> new SlackAnswer(200, null);

    public FakeSlack() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/services/" + SECRET, this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        hits.add(new Hit(
                Clock.systemUTC().instant(), exchange.getRequestHeaders().getFirst("Content-Type"), body));
        SlackAnswer answer = answers.apply(count.incrementAndGet());
        if (answer.retryAfter() != null) {
            exchange.getResponseHeaders().add("Retry-After", answer.retryAfter());
        }
        exchange.sendResponseHeaders(answer.status(), -1);
        exchange.close();
    }

    /** The answer to the n-th request, counted from 1. */
    public void answers(IntFunction<SlackAnswer> script) {
        answers = script;
    }

    public void answers(int status) {
        answers = n -> new SlackAnswer(status, null);
    }

    public List<Hit> hits() {
        return List.copyOf(hits);
    }

    public List<String> bodies() {
        return hits.stream().map(Hit::body).toList();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/services/" + SECRET;
    }

    public SlackWebhook webhook() {
        return SlackWebhook.at(url(), java.time.Duration.ofSeconds(2)).orElseThrow();
    }

    /** The channel as the notifier uses it, without the container's fault tolerance. */
    public Channel channel() {
        return new SlackChannel(webhook(), new BoundedSlackCall(), Clock.systemUTC());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
