package io.secplat.bench.notice;

import io.secplat.contracts.event.EventTypes;
import io.secplat.contracts.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Holds what was published against what Slack got and what was recorded. */
final class NoticeLedger {

    /** How long a call may have been on its way when another was told 429. */
    private static final Duration ON_ITS_WAY = Duration.ofMillis(300);

    private final List<Told> published;
    private final List<Post> posts;
    private final Diary diary;
    private final Map<Integer, List<Post>> byNumber = new TreeMap<>();
    private final Map<String, List<String>> sent = new HashMap<>();
    private final List<String> notSent = new ArrayList<>();

    /** @param deliveries entries of the delivery stream */
    NoticeLedger(List<Told> published, List<Post> posts, List<Map<String, String>> deliveries, Diary diary) {
        this.published = published;
        this.posts = posts;
        this.diary = diary;
        posts.forEach(post -> post.numbers().forEach(number -> put(number, post)));
        records(deliveries);
    }

    private void put(Integer number, Post post) {
        List<Post> found = byNumber.computeIfAbsent(number, none -> new ArrayList<>());
        if (!found.contains(post)) {
            found.add(post);
        }
    }

    /** A record leads to the post of a group that names its members in part only. */
    private void records(List<Map<String, String>> deliveries) {
        Map<String, Post> byTs = new HashMap<>();
        posts.forEach(post -> byTs.put(post.ts(), post));
        Map<String, Told> byEvent = new HashMap<>();
        published.forEach(told -> byEvent.put(told.eventId(), told));
        Set<String> seen = new HashSet<>();
        for (Map<String, String> fields : deliveries) {
            String about = fields.getOrDefault("notification_event_id", "");
            String type = fields.getOrDefault("event_type", "");
            if (type.equals(EventTypes.NOTIFY_DIVIDED)) {
                continue;
            }
            if (!type.equals(EventTypes.NOTIFY_SENT)) {
                notSent.add(type + " of " + about);
            } else if (seen.add(fields.getOrDefault("event_id", ""))) {
                sent.computeIfAbsent(about, none -> new ArrayList<>()).add(type);
                Told told = byEvent.get(about);
                Post post = byTs.get(ts(fields.getOrDefault("external_ref", "")));
                if (told != null && post != null && post.names(told.asset())) {
                    put(told.number(), post);
                }
            }
        }
    }

    private static String ts(String reference) {
        if (reference.isEmpty()) {
            return "";
        }
        try (JsonReader reader = Json.createReader(new StringReader(reference))) {
            JsonObject object = reader.readObject();
            return object.getString("ts", "");
        }
    }

    private List<Post> posts(Told told) {
        return byNumber.getOrDefault(told.number(), List.of());
    }

    List<String> lost() {
        return published.stream()
                .filter(told -> posts(told).isEmpty())
                .map(told -> "lost: " + told)
                .toList();
    }

    List<String> doubled() {
        return published.stream()
                .filter(told -> posts(told).size() > 1)
                .map(told -> "more than once: " + told + times(posts(told)))
                .toList();
    }

    private String times(List<Post> several) {
        List<Instant> times = several.stream().map(Post::at).toList();
        return several.stream()
                        .map(post -> diary.time(post.at()) + (post.isReply() ? " in a thread" : ""))
                        .toList()
                + " around it " + diary.around(times);
    }

    /** By the first post of each message. */
    List<String> disordered() {
        Map<String, Integer> places = new HashMap<>();
        for (int place = 0; place < posts.size(); place++) {
            places.put(posts.get(place).ts(), place);
        }
        Map<String, Told> last = new HashMap<>();
        List<String> found = new ArrayList<>();
        for (Told told : published) {
            if (!told.asset().isEmpty() && !posts(told).isEmpty()) {
                Told before = last.put(told.asset(), told);
                if (before != null && place(places, told) < place(places, before)) {
                    found.add("out of order: " + told + " before " + before
                            + times(List.of(posts(told).get(0), posts(before).get(0))));
                }
            }
        }
        return found;
    }

    private int place(Map<String, Integer> places, Told told) {
        return posts(told).stream()
                .mapToInt(post -> Objects.requireNonNull(places.get(post.ts())))
                .min()
                .orElseThrow();
    }

    /** Calls that came while Slack had asked for time. */
    List<String> impatient(List<SlackStandIn.Call> calls) {
        List<Instant> limits = calls.stream()
                .map(SlackStandIn.Call::limited)
                .filter(limited -> limited.isAfter(Instant.EPOCH))
                .sorted()
                .toList();
        return calls.stream()
                .map(SlackStandIn.Call::came)
                .filter(came -> limits.stream()
                        .anyMatch(limit -> came.isAfter(limit.plus(ON_ITS_WAY))
                                && came.isBefore(limit.plus(SlackStandIn.RETRY_AFTER))))
                .map(came -> "while it had to wait: " + diary.time(came) + " around it " + diary.around(List.of(came)))
                .toList();
    }

    /** Messages without exactly one record, and records of anything but a success. */
    List<String> misrecorded() {
        List<String> found = new ArrayList<>(notSent);
        for (Told told : published) {
            int records = sent.getOrDefault(told.eventId(), List.of()).size();
            if (records != 1) {
                found.add(records + " records of " + told);
            }
        }
        return found;
    }
}
