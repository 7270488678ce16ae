package io.secplat.workers.notify.jira;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.secplat.runtime.GivenConfig;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A Jira on loopback: keeps issues and comments, answers as told, and remembers each request. */
public final class FakeJira implements AutoCloseable {

    public static final String EMAIL = "robot@secplat.example.org";
    public static final String TOKEN = "verysecretapitoken";

    /** What it got and when; the path is without {@code /rest/api/3}. */
    public record Hit(Instant at, String method, String path, String query, String authorization, String body) {

        /** For example {@code POST /issue}. */
        public String line() {
            return method + " " + path;
        }

        public JsonObject json() {
            try (JsonReader reader = Json.createReader(new StringReader(body))) {
                return reader.readObject();
            }
        }
    }

    /** How it answers: whether it does what it is asked, with which status and headers, and whether it speaks at all. */
    public record Answer(boolean does, int status, Map<String, String> headers, boolean speaks) {

        public static Answer done() {
            return new Answer(true, 200, Map.of(), true);
        }

        public static Answer refused(int status, Map<String, String> headers) {
            return new Answer(false, status, headers, true);
        }

        public static Answer hangsUp(boolean does) {
            return new Answer(does, 0, Map.of(), false);
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<Hit> hits = new CopyOnWriteArrayList<>();
    private final List<JsonObject> issues = new CopyOnWriteArrayList<>();
    private final List<JsonObject> comments = new CopyOnWriteArrayList<>();
    private volatile Function<Hit, Answer> answers = hit -> Answer.done();
    private volatile String status = "To Do";
    private volatile List<Map.Entry<String, String>> transitions =
            List.of(Map.entry("Start", "In Progress"), Map.entry("Finish", "Done"));
    private volatile boolean silent;

    public FakeJira() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/rest/api/3/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        Hit hit = new Hit(
                Clock.systemUTC().instant(),
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath().substring("/rest/api/3".length()),
                query == null ? "" : URLDecoder.decode(query, StandardCharsets.UTF_8),
                String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        hits.add(hit);
        Answer answer = answers.apply(hit);
        JsonObject content = answer.does() ? perform(hit) : trouble();
        if (silent) {
            awaitClose();
        }
        if (answer.speaks()) {
            answer.headers().forEach(exchange.getResponseHeaders()::add);
            exchange.getResponseHeaders().add("Content-Type", "application/json;charset=UTF-8");
            byte[] bytes = content.toString().getBytes(StandardCharsets.UTF_8);
            boolean empty = content.isEmpty();
            int code = answer.does() ? successOf(hit) : answer.status();
            exchange.sendResponseHeaders(code, empty ? -1 : bytes.length);
            if (!empty) {
                exchange.getResponseBody().write(bytes);
            }
        }
        exchange.close();
    }

    private static int successOf(Hit hit) {
        if (hit.method().equals("GET")) {
            return 200;
        }
        return hit.path().endsWith("/transitions") ? 204 : 201;
    }

    /** Jira's own words may repeat whose token it was. */
    private static JsonObject trouble() {
        return Json.createObjectBuilder()
                .add("errorMessages", Json.createArrayBuilder().add("Not for " + EMAIL))
                .build();
    }

    private JsonObject perform(Hit hit) {
        if (hit.path().equals("/issue")) {
            return create(hit.json());
        }
        if (hit.path().equals("/search/jql")) {
            return search(hit.query());
        }
        if (hit.path().endsWith("/comment")) {
            return hit.method().equals("POST") ? comment(hit.json()) : list("comments", comments);
        }
        return hit.path().endsWith("/transitions") ? move(hit.json()) : issue(hit.path());
    }

    private JsonObject create(JsonObject issue) {
        issues.add(issue);
        String project = issue.getJsonObject("fields").getJsonObject("project").getString("key");
        return Json.createObjectBuilder()
                .add("id", "1000" + issues.size())
                .add("key", project + "-" + issues.size())
                .build();
    }

    private JsonObject search(String query) {
        JsonArrayBuilder found = Json.createArrayBuilder();
        for (int i = 0; i < issues.size(); i++) {
            JsonObject fields = issues.get(i).getJsonObject("fields");
            if (query.contains("labels = \"" + fields.getJsonArray("labels").getString(0) + "\"")) {
                found.add(Json.createObjectBuilder()
                        .add("key", fields.getJsonObject("project").getString("key") + "-" + (i + 1)));
            }
        }
        return Json.createObjectBuilder()
                .add("issues", found)
                .add("isLast", true)
                .build();
    }

    private JsonObject comment(JsonObject comment) {
        comments.add(comment);
        return Json.createObjectBuilder().add("id", "7").build();
    }

    private static JsonObject list(String name, List<JsonObject> items) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        items.forEach(array::add);
        return Json.createObjectBuilder().add(name, array).build();
    }

    private JsonObject move(JsonObject wish) {
        int id = Integer.parseInt(wish.getJsonObject("transition").getString("id"));
        status = transitions.get(id).getValue();
        return JsonObject.EMPTY_JSON_OBJECT;
    }

    private JsonObject issue(String path) {
        JsonArrayBuilder ways = Json.createArrayBuilder();
        for (int i = 0; i < transitions.size(); i++) {
            ways.add(Json.createObjectBuilder()
                    .add("id", String.valueOf(i))
                    .add("name", transitions.get(i).getKey())
                    .add("to", named(transitions.get(i).getValue())));
        }
        return Json.createObjectBuilder()
                .add("key", path.substring(path.lastIndexOf('/') + 1))
                .add("fields", Json.createObjectBuilder().add("status", named(status)))
                .add("transitions", ways)
                .build();
    }

    private static JsonObjectBuilder named(String name) {
        return Json.createObjectBuilder().add("name", name);
    }

    private void awaitClose() {
        try {
            boolean unused = closing.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public void answers(Function<Hit, Answer> script) {
        answers = script;
    }

    public void answers(Answer always) {
        answers = hit -> always;
    }

    /** The ways out of each status: name and target. */
    public void transitions(List<Map.Entry<String, String>> ways) {
        transitions = List.copyOf(ways);
    }

    /** Does or refuses as told, and lets nobody know. */
    public void isSilent(boolean value) {
        silent = value;
    }

    public String status() {
        return status;
    }

    public List<Hit> hits() {
        return List.copyOf(hits);
    }

    public List<String> lines() {
        return hits.stream().map(Hit::line).toList();
    }

    public List<JsonObject> issues() {
        return List.copyOf(issues);
    }

    public List<JsonObject> comments() {
        return List.copyOf(comments);
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public Map<String, String> settings() {
        return Map.of(
                "JIRA_BASE_URL",
                url() + "/",
                "JIRA_EMAIL",
                EMAIL,
                "JIRA_API_TOKEN",
                TOKEN,
                "JIRA_PROJECT_KEY",
                "sec",
                "JIRA_TIMEOUT_MS",
                "5000");
    }

    public GivenConfig config() {
        return new GivenConfig(settings());
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
