package io.secplat.workers.notify.twilio;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.secplat.runtime.GivenConfig;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Twilio's Messages resource on loopback: answers as told, and remembers each request and what it accepted. */
public final class FakeTwilio implements AutoCloseable {

    public static final String SID = "AC0123456789abcdef0123456789abcdef";
    public static final String TOKEN = "verysecrettoken";
    public static final String WHATSAPP_FROM = "+14155238886";
    public static final String WHATSAPP_TO = "+4915112344711";
    public static final String SMS_FROM = "+14155550123";
    public static final String SMS_TO = "+4917699995822";

    /** What it got and when. */
    public record Hit(
            Instant at, String method, String path, String query, String authorization, Map<String, String> form) {}

    /** How it answers: with a status, and whether the message is taken and the answer is sent at all. */
    public record Answer(int status, int code, @Nullable String retryAfter, boolean takes, boolean speaks) {

        public static Answer accepted() {
            return new Answer(201, 0, null, true, true);
        }

        public static Answer refused(int status, int code, @Nullable String retryAfter) {
            return new Answer(status, code, retryAfter, false, true);
        }

        /** It may take the message; then it hangs up without a word. */
        public static Answer hangsUp(boolean takes) {
            return new Answer(0, 0, null, takes, false);
        }
    }

    private static final DateTimeFormatter RFC_2822 =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    private record Taken(String sid, String from, String to, String body, Instant at) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<Hit> hits = new CopyOnWriteArrayList<>();
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final AtomicInteger sent = new AtomicInteger();
    private volatile IntFunction<Answer> answers = n -> Answer.accepted();
    private volatile IntFunction<Answer> lists = n -> Answer.accepted();
    private volatile boolean silent;
    private volatile int pageSize = 50;

    public FakeTwilio() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/2010-04-01/Accounts/" + SID + "/Messages.json", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String query = String.valueOf(exchange.getRequestURI().getRawQuery());
        hits.add(new Hit(
                Clock.systemUTC().instant(),
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                query,
                String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                form(body)));
        boolean post = exchange.getRequestMethod().equals("POST");
        Answer answer = post ? answers.apply(sent.incrementAndGet()) : lists.apply(hits.size());
        JsonObject content = post ? message(form(body), answer) : page(form(query), answer);
        if (silent) {
            awaitClose();
        }
        reply(exchange, answer, content);
    }

    private static void reply(HttpExchange exchange, Answer answer, JsonObject content) throws IOException {
        if (answer.speaks()) {
            byte[] bytes = content.toString().getBytes(StandardCharsets.UTF_8);
            if (answer.retryAfter() != null) {
                exchange.getResponseHeaders().add("Retry-After", answer.retryAfter());
            }
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private JsonObject message(Map<String, String> form, Answer answer) {
        if (!answer.takes()) {
            return trouble(form, answer);
        }
        return json(take(
                form.get("From"),
                form.get("To"),
                form.get("Body"),
                Clock.systemUTC().instant()));
    }

    /** Twilio's own words repeat the number. */
    private static JsonObject trouble(Map<String, String> form, Answer answer) {
        return Json.createObjectBuilder()
                .add("status", answer.status())
                .add("code", answer.code())
                .add("message", "No message to " + form.get("To") + " by " + SID)
                .build();
    }

    private JsonObject page(Map<String, String> query, Answer answer) {
        if (answer.status() / 100 != 2) {
            return trouble(query, answer);
        }
        List<Taken> found = taken.stream()
                .filter(one -> one.to().equals(query.get("To")) && one.from().equals(query.get("From")))
                .sorted((a, b) -> b.at().compareTo(a.at()))
                .toList();
        int page = Integer.parseInt(query.getOrDefault("Page", "0"));
        JsonArrayBuilder messages = Json.createArrayBuilder();
        found.stream().skip((long) page * pageSize).limit(pageSize).forEach(one -> messages.add(json(one)));
        String path = "/2010-04-01/Accounts/" + SID + "/Messages.json";
        String more = path + "?To=" + encoded(query.get("To")) + "&From=" + encoded(query.get("From")) + "&Page="
                + (page + 1);
        return Json.createObjectBuilder()
                .add("messages", messages)
                .add("page", page)
                .add("page_size", pageSize)
                .add("uri", path)
                .add("first_page_uri", path)
                .add("next_page_uri", found.size() > (page + 1) * pageSize ? Json.createValue(more) : JsonValue.NULL)
                .build();
    }

    private static JsonObject json(Taken one) {
        return Json.createObjectBuilder()
                .add("sid", one.sid())
                .add("from", one.from())
                .add("to", one.to())
                .add("body", one.body())
                .add("status", "queued")
                .add("date_created", RFC_2822.format(one.at().atOffset(ZoneOffset.UTC)))
                .add("date_sent", JsonValue.NULL)
                .build();
    }

    private static Map<String, String> form(String text) {
        Map<String, String> form = new HashMap<>();
        for (String pair : text.split("&")) {
            int sign = pair.indexOf('=');
            if (sign > 0) {
                form.put(decoded(pair.substring(0, sign)), decoded(pair.substring(sign + 1)));
            }
        }
        return form;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void awaitClose() {
        try {
            boolean unused = closing.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Taken take(String from, String to, String body, Instant at) {
        Taken one = new Taken(String.format("SM%032x", taken.size() + 1), from, to, body, at);
        taken.add(one);
        return one;
    }

    /** A message of that time, as somebody else sent it or we before. */
    public String holds(String from, String to, String body, Instant at) {
        return take(from, to, body, at).sid();
    }

    /** The answer to the n-th message, counted from 1. */
    public void answers(IntFunction<Answer> script) {
        answers = script;
    }

    public void answers(Answer always) {
        answers = n -> always;
    }

    public void lists(Answer always) {
        lists = n -> always;
    }

    /** Accepts or refuses as told, and lets nobody know. */
    public void isSilent(boolean value) {
        silent = value;
    }

    public void pagesOf(int size) {
        pageSize = size;
    }

    public List<Hit> hits() {
        return List.copyOf(hits);
    }

    public int takenCount() {
        return taken.size();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The settings of an installation that tells by both ways. */
    public Map<String, String> settings() {
        return Map.of(
                "TWILIO_ACCOUNT_SID", SID,
                "TWILIO_AUTH_TOKEN", TOKEN,
                "TWILIO_WHATSAPP_FROM", WHATSAPP_FROM,
                "WHATSAPP_ALERT_TO", "whatsapp:" + WHATSAPP_TO,
                "TWILIO_SMS_FROM", SMS_FROM,
                "SMS_ALERT_TO", SMS_TO,
                "TWILIO_API_URL", url(),
                "TWILIO_TIMEOUT_MS", "5000");
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
