package io.secplat.bench.notice;

import io.secplat.contracts.json.Json;
import io.secplat.contracts.json.JsonWriter;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** One channel of Slack with the messages in it, and what the Web API's methods do to it. */
final class SlackRoom {

    private static final int LONGEST_PAGE = 200;

    private final Clock clock;
    private final List<Post> posts = new ArrayList<>();
    private final Map<String, Post> byTs = new HashMap<>();
    private long lastMicros;

    SlackRoom(Clock clock) {
        this.clock = clock;
    }

    synchronized List<Post> posts() {
        return List.copyOf(posts);
    }

    synchronized int size() {
        return posts.size();
    }

    synchronized void clear() {
        posts.clear();
        byTs.clear();
    }

    JsonObject ask(String method, Map<String, String> form) {
        return switch (method) {
            case "chat.postMessage" -> post(form);
            case "chat.update" -> update(form);
            case "conversations.history" -> page(form, false);
            case "conversations.replies" -> page(form, true);
            default -> error("unknown_method");
        };
    }

    private synchronized JsonObject post(Map<String, String> form) {
        String thread = form.getOrDefault("thread_ts", "");
        Post parent = byTs.get(thread);
        if (!thread.isEmpty() && parent == null) {
            return error("thread_not_found");
        }
        Instant now = clock.instant();
        String ts = ts(now);
        String metadata = form.getOrDefault("metadata", "{}");
        Post post = new Post(
                ts,
                parent == null ? ts : parent.thread(),
                object(metadata).getJsonObject("event_payload").getString("key"),
                form.getOrDefault("text", ""),
                form.getOrDefault("blocks", "[]"),
                metadata,
                now);
        posts.add(post);
        Post unused = byTs.put(ts, post);
        return answer(ts, form);
    }

    private synchronized JsonObject update(Map<String, String> form) {
        String ts = form.getOrDefault("ts", "");
        return byTs.containsKey(ts) ? answer(ts, form) : error("message_not_found");
    }

    private synchronized JsonObject page(Map<String, String> form, boolean replies) {
        String asked = form.getOrDefault("ts", "");
        if (replies && !byTs.containsKey(asked)) {
            return error("thread_not_found");
        }
        String thread = replies ? Objects.requireNonNull(byTs.get(asked)).thread() : "";
        double oldest = Double.parseDouble(form.getOrDefault("oldest", "0"));
        List<Post> found = chosen(post -> Double.parseDouble(post.ts()) > oldest
                && (replies ? post.thread().equals(thread) : !post.isReply()));
        if (!replies) {
            Collections.reverse(found);
        }
        String cursor = form.getOrDefault("cursor", "");
        int from = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
        int to = Math.min(
                found.size(), from + Math.min(LONGEST_PAGE, Integer.parseInt(form.getOrDefault("limit", "100"))));
        return page(found.subList(Math.min(from, to), to), to < found.size() ? Integer.toString(to) : "");
    }

    private List<Post> chosen(Predicate<Post> condition) {
        return new ArrayList<>(posts.stream().filter(condition).toList());
    }

    private static JsonObject page(List<Post> found, String next) {
        JsonArrayBuilder messages = Json.createArrayBuilder();
        found.forEach(post -> messages.add(new JsonWriter()
                .put("type", "message")
                .put("ts", post.ts())
                .put("text", post.text())
                .put("metadata", object(post.metadata()))
                .build()));
        return new JsonWriter()
                .put("ok", true)
                .put("messages", messages.build())
                .put("has_more", !next.isEmpty())
                .put(
                        "response_metadata",
                        new JsonWriter().put("next_cursor", next).build())
                .build();
    }

    private String ts(Instant now) {
        lastMicros = Math.max(lastMicros + 1, now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000);
        return String.format(Locale.ROOT, "%d.%06d", lastMicros / 1_000_000, lastMicros % 1_000_000);
    }

    private static JsonObject answer(String ts, Map<String, String> form) {
        return new JsonWriter()
                .put("ok", true)
                .put("channel", form.getOrDefault("channel", ""))
                .put("ts", ts)
                .build();
    }

    static JsonObject error(String name) {
        return new JsonWriter().put("ok", false).put("error", name).build();
    }

    private static JsonObject object(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
