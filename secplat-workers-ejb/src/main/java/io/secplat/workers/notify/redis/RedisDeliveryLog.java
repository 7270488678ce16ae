package io.secplat.workers.notify.redis;

import io.lettuce.core.SetArgs;
import io.secplat.contracts.json.JsonReader;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.stream.redis.RedisLink;
import io.secplat.workers.notify.Acceptance;
import io.secplat.workers.notify.ChannelName;
import io.secplat.workers.notify.DeliveryLog;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/** One key per channel and dedupe key, {@code secplat:notify:accepted:<channel>:<sha-256>}, gone after seven days. */
public final class RedisDeliveryLog implements DeliveryLog {

    private static final Duration MEMORY = Duration.ofDays(7);

    private final RedisLink link;

    public RedisDeliveryLog(RedisLink link) {
        this.link = link;
    }

    @Override
    public Optional<Acceptance> accepted(String dedupeKey, ChannelName channel) {
        String key = key(dedupeKey, channel);
        return Optional.ofNullable(link.ask(redis -> redis.get(key))).map(RedisDeliveryLog::decode);
    }

    @Override
    public void remember(String dedupeKey, ChannelName channel, Acceptance acceptance) {
        String key = key(dedupeKey, channel);
        String value = encode(acceptance);
        link.ask(redis -> redis.set(key, value, SetArgs.Builder.ex(MEMORY)));
    }

    private static String encode(Acceptance acceptance) {
        return new JsonWriter()
                .put("event_id", acceptance.eventId())
                .put("attempts", acceptance.attempts())
                .put("at", acceptance.at())
                .putIfPresent("reference", acceptance.reference())
                .build()
                .toString();
    }

    private static Acceptance decode(String value) {
        try (jakarta.json.JsonReader source = Json.createReader(new StringReader(value))) {
            JsonObject json = source.readObject();
            JsonReader reader = new JsonReader(json);
            return new Acceptance(
                    reader.text("event_id").orElse(""),
                    reader.integer("attempts").orElse(1),
                    reader.time("at").orElse(Instant.EPOCH),
                    reader.object("reference").orElse(null));
        }
    }

    /** Hand-made keys have any length and content, so they are hashed. */
    private static String key(String dedupeKey, ChannelName channel) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(dedupeKey.getBytes(StandardCharsets.UTF_8));
            return "secplat:notify:accepted:" + channel.wire() + ":"
                    + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
