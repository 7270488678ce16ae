package io.secplat.workers.notify.slack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.runtime.GivenConfig;
import io.secplat.workers.notify.channel.Channel;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Slack's Web API on loopback: keeps messages as Slack does, answers otherwise when told to, remembers what it was asked. */
public final class FakeSlackApi implements AutoCloseable {

    public static final String TOKEN = "xoxb-verysecret-token";

    /** One call. */
    public record Request(Instant at, String method, String authorization, Map<String, String> form) {

        public String argument(String name) {
            return form.getOrDefault(name, "");
        }

        public JsonArray blocks() {
            return Json.createReader(new StringReader(argument("blocks"))).readArray();
        }
    }

    /** What is said instead of, or after, doing what was asked. */
    public sealed interface Answer {

        /** Says this, and does nothing. */
        record Says(int status, Map<String, String> headers, String body) implements Answer {}

        /** Does what was asked, and ends the connection without a word. */
        record DoesAndIsLost() implements Answer {}

        /** Does nothing, and ends the connection without a word. */
        record IsLost() implements Answer {}

        /** Says nothing until the fake is closed. */
        record Hangs() implements Answer {}
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final FakeSlackChannels channels = new FakeSlackChannels();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Map<String, Function<Request, Answer>> scripts = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    public FakeSlackApi() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(threads);
        server.createContext("/api/", this::serve);
        server.start();
    }

    /** From now on the method answers like this. */
    public void answers(String method, Answer answer) {
        answers(method, request -> answer);
    }

    /** From now on the method answers as this decides. */
    public void answers(String method, Function<Request, Answer> script) {
        scripts.put(method, script);
    }

    /** From now on the method answers 200 with this error. */
    public void refuses(String method, String error) {
        answers(method, new Answer.Says(200, Map.of(), "{\"ok\":false,\"error\":\"" + error + "\"}"));
    }

    public void says(String method, int status, Map<String, String> headers, String body) {
        answers(method, new Answer.Says(status, headers, body));
    }

    /** From now on the method does what is asked of it. */
    public void obeys(String method) {
        scripts.remove(method);
    }

    /** The next answer of this kind only, then the method does what is asked of it. */
    public void onceAnswers(String method, Answer answer) {
        scripts.put(method, request -> {
            scripts.remove(method);
            return answer;
        });
    }

    public FakeSlackChannels channels() {
        return channels;
    }

    public List<Request> requests(String method) {
        return requests.stream()
                .filter(request -> request.method().equals(method))
                .toList();
    }

    public List<String> methods() {
        return requests.stream().map(Request::method).toList();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/";
    }

    public Channel channel() {
        return channel("#ops", Clock.systemUTC());
    }

    /** The channel as the notifier uses it, without the container's fault tolerance. */
    public Channel channel(String to, Clock clock) {
        return channel(Map.of("SLACK_CHANNEL", to), clock);
    }

    public Channel channel(Map<String, String> more, Clock clock) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "SLACK_BOT_TOKEN", TOKEN, "SLACK_CHANNEL", "#ops", "SLACK_API_URL", url(), "SLACK_TIMEOUT_MS", "3000"));
        settings.putAll(more);
        return SlackChannels.of(new GivenConfig(settings), new BoundedSlackCall(), clock)
                .orElseThrow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestURI().getPath().substring("/api/".length());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Request request = new Request(
                Clock.systemUTC().instant(),
                method,
                String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                form(body));
        requests.add(request);
        Function<Request, Answer> script = scripts.get(method);
        if (script == null) {
            send(exchange, 200, Map.of(), doIt(request).toString());
        } else {
            play(exchange, request, script.apply(request));
        }
    }

    private void play(HttpExchange exchange, Request request, Answer answer) throws IOException {
        if (answer instanceof Answer.Says says) {
            send(exchange, says.status(), says.headers(), says.body());
            return;
        }
        if (answer instanceof Answer.DoesAndIsLost) {
            JsonObject unused = doIt(request);
        }
        if (answer instanceof Answer.Hangs) {
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        exchange.close();
    }

    private JsonObject doIt(Request request) {
        return switch (request.method()) {
            case "auth.test" ->
                new JsonWriter().put("ok", true).put("team_id", "T1").build();
            case "chat.postMessage" -> channels.post(request);
            case "chat.update" -> channels.update(request);
            case "conversations.history" -> channels.history(request);
            case "conversations.replies" -> channels.replies(request);
            case "conversations.list" -> channels.list();
            default -> FakeSlackChannels.error("unknown_method");
        };
    }

    private static void send(HttpExchange exchange, int status, Map<String, String> headers, String body)
            throws IOException {
        headers.forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new TreeMap<>();
        for (String pair : body.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return Map.copyOf(form);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
