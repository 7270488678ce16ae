package io.secplat.bench.notice;

import io.secplat.bench.notice.Desk.Reply;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The text messages of one account, as Twilio lists them: the newest first, in pages, by sender and recipient. */
final class TwilioMessages {

    private static final DateTimeFormatter RFC_2822 =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    private record Taken(String sid, String from, String to, String body, Instant at) {}

    private final Clock clock;
    private final List<Taken> all = new ArrayList<>();

    TwilioMessages(Clock clock) {
        this.clock = clock;
    }

    synchronized List<Post> posts() {
        return all.stream()
                .map(one -> new Post(one.sid(), "", one.body(), "", one.at()))
                .toList();
    }

    synchronized int size() {
        return all.size();
    }

    synchronized void clear() {
        all.clear();
    }

    synchronized Reply take(Map<String, String> form) {
        Taken one = new Taken(
                String.format(Locale.ROOT, "SM%032x", all.size() + 1),
                form.getOrDefault("From", ""),
                form.getOrDefault("To", ""),
                form.getOrDefault("Body", ""),
                clock.instant());
        all.add(one);
        return new Reply(201, json(one));
    }

    synchronized Reply page(String path, Map<String, String> query) {
        String from = query.getOrDefault("From", "");
        String to = query.getOrDefault("To", "");
        int size = Integer.parseInt(query.getOrDefault("PageSize", "50"));
        int skipped = Integer.parseInt(query.getOrDefault("Page", "0")) * size;
        JsonArrayBuilder found = Json.createArrayBuilder();
        int seen = 0;
        for (int at = all.size() - 1; at >= 0 && seen <= skipped + size; at--) {
            Taken one = all.get(at);
            if (one.from().equals(from) && one.to().equals(to)) {
                if (seen >= skipped && seen < skipped + size) {
                    found.add(json(one));
                }
                seen++;
            }
        }
        String next = path + "?To=" + encoded(to) + "&From=" + encoded(from) + "&PageSize=" + size + "&Page="
                + (skipped / size + 1);
        return new Reply(
                200,
                Json.createObjectBuilder()
                        .add("messages", found)
                        .add("page", skipped / size)
                        .add("page_size", size)
                        .add("uri", path)
                        .add("first_page_uri", path)
                        .add("next_page_uri", seen > skipped + size ? Json.createValue(next) : JsonValue.NULL)
                        .build());
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

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
