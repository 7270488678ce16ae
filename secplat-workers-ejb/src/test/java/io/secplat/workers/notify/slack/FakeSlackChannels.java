package io.secplat.workers.notify.slack;

import io.secplat.contracts.json.JsonWriter;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The messages of a workspace with one channel, {@code #ops}; pages are as short as told. */
public final class FakeSlackChannels {

    public static final String ID = "C0000000OPS";

    /** When the first message is posted, in seconds; each following one comes a second later. */
    private final long start = Clock.systemUTC().instant().getEpochSecond();

    /** A message; threadTs is empty unless it is a reply. */
    public record Posted(
            String channel, String ts, String threadTs, String text, JsonValue blocks, JsonValue metadata) {

        JsonObject json(boolean withMetadata) {
            JsonWriter json =
                    new JsonWriter().put("type", "message").put("ts", ts).put("text", text);
            json.put("blocks", blocks);
            return (withMetadata ? json.put("metadata", metadata) : json).build();
        }
    }

    private final List<Posted> messages = new ArrayList<>();
    private int pageSize = 200;

    public synchronized void pagesOf(int size) {
        pageSize = size;
    }

    public synchronized List<Posted> messages() {
        return List.copyOf(messages);
    }

    public synchronized Posted message(String ts) {
        return messages.stream()
                .filter(each -> each.ts().equals(ts))
                .findFirst()
                .orElseThrow();
    }

    public synchronized void removeAll() {
        messages.clear();
    }

    /** Somebody else's words. */
    public synchronized void chatter(int count) {
        for (int n = 0; n < count; n++) {
            messages.add(
                    new Posted(ID, ts(), "", "hello " + n, JsonValue.EMPTY_JSON_ARRAY, JsonValue.EMPTY_JSON_OBJECT));
        }
    }

    synchronized JsonObject post(FakeSlackApi.Request request) {
        String channel = request.argument("channel");
        if (!channel.equals("#ops") && !channel.equals(ID)) {
            return error("channel_not_found");
        }
        String thread = request.argument("thread_ts");
        if (!thread.isEmpty() && messages.stream().noneMatch(each -> each.ts().equals(thread))) {
            return error("thread_not_found");
        }
        Posted posted = new Posted(
                ID,
                ts(),
                thread,
                request.argument("text"),
                parse(request.argument("blocks")),
                parse(request.argument("metadata")));
        messages.add(posted);
        return answer(posted);
    }

    synchronized JsonObject update(FakeSlackApi.Request request) {
        for (int n = 0; n < messages.size(); n++) {
            Posted before = messages.get(n);
            if (before.ts().equals(request.argument("ts"))) {
                messages.set(
                        n,
                        new Posted(
                                ID,
                                before.ts(),
                                before.threadTs(),
                                request.argument("text"),
                                parse(request.argument("blocks")),
                                before.metadata()));
                return answer(messages.get(n));
            }
        }
        return error("message_not_found");
    }

    synchronized JsonObject history(FakeSlackApi.Request request) {
        if (!request.argument("channel").equals(ID)) {
            return error("channel_not_found");
        }
        List<Posted> newestFirst = messages.stream()
                .filter(each -> each.threadTs().isEmpty())
                .filter(each -> later(each, request))
                .sorted(Comparator.comparing(Posted::ts).reversed())
                .toList();
        return page(request, newestFirst);
    }

    synchronized JsonObject replies(FakeSlackApi.Request request) {
        String thread = request.argument("ts");
        Optional<Posted> parent =
                messages.stream().filter(each -> each.ts().equals(thread)).findFirst();
        if (parent.isEmpty()) {
            return error("thread_not_found");
        }
        List<Posted> oldestFirst = new ArrayList<>(List.of(parent.get()));
        messages.stream()
                .filter(each -> each.threadTs().equals(thread) && later(each, request))
                .forEach(oldestFirst::add);
        return page(request, oldestFirst);
    }

    JsonObject list() {
        JsonObject random =
                new JsonWriter().put("id", "C0000000RND").put("name", "random").build();
        JsonObject ops = new JsonWriter().put("id", ID).put("name", "ops").build();
        return new JsonWriter()
                .put("ok", true)
                .put("channels", Json.createArrayBuilder().add(random).add(ops).build())
                .build();
    }

    static JsonObject error(String error) {
        return new JsonWriter().put("ok", false).put("error", error).build();
    }

    private JsonObject page(FakeSlackApi.Request request, List<Posted> all) {
        String cursor = request.argument("cursor");
        int from = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
        int limit = Math.min(pageSize, Integer.parseInt(request.argument("limit")));
        int to = Math.min(all.size(), from + limit);
        boolean metadata = List.of("1", "true").contains(request.argument("include_all_metadata"));
        JsonArrayBuilder page = Json.createArrayBuilder();
        all.subList(from, to).forEach(each -> page.add(each.json(metadata)));
        boolean more = to < all.size();
        return new JsonWriter()
                .put("ok", true)
                .put("messages", page.build())
                .put("has_more", more)
                .put(
                        "response_metadata",
                        new JsonWriter()
                                .put("next_cursor", more ? String.valueOf(to) : "")
                                .build())
                .build();
    }

    private static boolean later(Posted each, FakeSlackApi.Request request) {
        String oldest = request.argument("oldest");
        return oldest.isEmpty() || Double.parseDouble(each.ts()) > Double.parseDouble(oldest);
    }

    private String ts() {
        return String.format(Locale.ROOT, "%d.%06d", start + messages.size(), 100);
    }

    private static JsonObject answer(Posted posted) {
        return new JsonWriter()
                .put("ok", true)
                .put("channel", posted.channel())
                .put("ts", posted.ts())
                .put("message", posted.json(true))
                .build();
    }

    private static JsonStructure parse(String json) {
        return json.isEmpty()
                ? JsonValue.EMPTY_JSON_ARRAY
                : Json.createReader(new StringReader(json)).read();
    }
}
