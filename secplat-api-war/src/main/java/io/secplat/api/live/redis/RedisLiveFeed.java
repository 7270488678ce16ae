package io.secplat.api.live.redis;

import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XAddArgs;
import io.lettuce.core.XReadArgs;
import io.lettuce.core.XReadArgs.StreamOffset;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.secplat.api.live.LiveEvent;
import io.secplat.api.live.LiveFeed;
import io.secplat.api.live.Position;
import io.secplat.contracts.json.Json;
import io.secplat.stream.redis.RedisLink;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The feed in the Redis stream {@code secplat.live}: capped, read by every server for itself and by no group, since each
 * server needs every event. Places are the ids of its entries.
 */
public final class RedisLiveFeed implements LiveFeed {

    /** The stream's name. */
    public static final String STREAM = "secplat.live";

    private static final String NAME = "event";
    private static final String DATA = "data";

    private final RedisLink writing;
    private final RedisLink reading;

    /** @param reading a connection of its own, since it waits for what comes next */
    public RedisLiveFeed(RedisLink writing, RedisLink reading) {
        this.writing = writing;
        this.reading = reading;
    }

    @Override
    public void append(List<LiveEvent> events) {
        List<String> unused = writing.askAll(redis -> events.stream()
                .map(event -> redis.xadd(STREAM, capped(), fields(event)))
                .toList());
    }

    /** Two servers that begin it at once leave two marks, which does no harm. */
    @Override
    public Position end() {
        List<StreamMessage<String, String>> newest =
                writing.ask(redis -> redis.xrevrange(STREAM, Range.unbounded(), Limit.from(1)));
        String id = newest.isEmpty()
                ? writing.ask(redis -> redis.xadd(STREAM, capped(), fields(LiveEvent.BEGIN)))
                : newest.get(0).getId();
        return position(id);
    }

    @Override
    public List<Entry> after(Position position, int max, Duration wait) {
        XReadArgs how = wait.isZero()
                ? XReadArgs.Builder.count(max)
                : XReadArgs.Builder.block(wait).count(max);
        return entries(reading.ask(redis -> read(redis, how, position), wait));
    }

    @SuppressWarnings("unchecked")
    private static RedisFuture<List<StreamMessage<String, String>>> read(
            RedisClusterAsyncCommands<String, String> redis, XReadArgs how, Position position) {
        return redis.xread(how, StreamOffset.from(STREAM, position.toString()));
    }

    @Override
    public Optional<List<Entry>> since(Position position, int max) {
        Range<String> range = Range.from(Range.Boundary.including(position.toString()), Range.Boundary.unbounded());
        List<StreamMessage<String, String>> found =
                writing.ask(redis -> redis.xrange(STREAM, range, Limit.from(max + 1L)));
        boolean held = !found.isEmpty() && found.get(0).getId().equals(position.toString());
        return held ? Optional.of(entries(found.subList(1, found.size()))) : Optional.empty();
    }

    private static XAddArgs capped() {
        return XAddArgs.Builder.maxlen(KEPT).approximateTrimming();
    }

    private static Map<String, String> fields(LiveEvent event) {
        return Map.of(NAME, event.name(), DATA, event.data().toString());
    }

    private static List<Entry> entries(@Nullable List<StreamMessage<String, String>> found) {
        return found == null
                ? List.of()
                : found.stream().map(RedisLiveFeed::entry).toList();
    }

    private static Entry entry(StreamMessage<String, String> message) {
        Map<String, String> body = message.getBody();
        return new Entry(
                position(message.getId()),
                new LiveEvent(body.getOrDefault(NAME, LiveEvent.BEGIN.name()), data(body.getOrDefault(DATA, "{}"))));
    }

    /** Text that somebody added by hand and that is no JSON object counts as an empty one. */
    private static JsonObject data(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        } catch (JsonException e) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
    }

    private static Position position(String id) {
        return Position.of(id).orElseThrow(() -> new IllegalStateException("an entry id that Redis does not make"));
    }
}
