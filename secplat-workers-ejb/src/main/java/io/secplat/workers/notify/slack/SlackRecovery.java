package io.secplat.workers.notify.slack;

import io.secplat.contracts.event.Notification;
import io.secplat.contracts.json.Json;
import io.secplat.workers.notify.letter.Notice;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an outage's message says once its assets are up again: a green mark, the time, and no buttons. While some of its assets
 * are still down it says which have recovered, and its button keeps the others.
 */
record SlackRecovery(String text, JsonArray blocks) {

    static final String MARK = ":white_check_mark: ";

    private static final int MOST_BLOCKS = 50;
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** From the message as it stands in Slack; empty when it shows already that all is over. */
    static Optional<SlackRecovery> of(JsonObject message, Notice recovered, Instant at) {
        List<JsonObject> blocks = SlackJson.objects(message, "blocks");
        if (blocks.stream().anyMatch(SlackRecovery::marked)) {
            return Optional.empty();
        }
        Set<String> down = down(blocks);
        down.removeIf(
                asset -> recovered.assets().isEmpty() || recovered.assets().contains(asset));
        String text = SlackJson.text(message, "text").orElseGet(() -> SlackText.text(recovered));
        return Optional.of(new SlackRecovery(
                down.isEmpty() ? SlackText.limit(MARK + text, 4_000) : text, changed(blocks, down, recovered, at)));
    }

    /** When the message could not be read: the recovery in its place. */
    static SlackRecovery instead(Notice recovered, Instant at) {
        String title = recovered.told().map(Notification::title).orElse("Over");
        JsonArrayBuilder blocks = Json.createArrayBuilder().add(SlackBlocks.header(MARK + SlackText.escape(title)));
        SlackBlocks.section(recovered).ifPresent(blocks::add);
        since(recovered, at).ifPresent(blocks::add);
        return new SlackRecovery(MARK + SlackText.text(recovered), blocks.build());
    }

    private static JsonArray changed(List<JsonObject> blocks, Set<String> down, Notice recovered, Instant at) {
        JsonArrayBuilder changed = Json.createArrayBuilder();
        blocks.stream()
                .filter(block -> !type(block).equals("actions"))
                .map(block -> down.isEmpty() && type(block).equals("header") ? marking(block) : block)
                .limit(MOST_BLOCKS - 2L)
                .forEach(changed::add);
        since(recovered, at).ifPresent(changed::add);
        SlackBlocks.acknowledge(down)
                .flatMap(button -> SlackBlocks.actions(List.of(button)))
                .ifPresent(changed::add);
        return changed.build();
    }

    private static boolean marked(JsonObject block) {
        return type(block).equals("header") && label(block).startsWith(MARK);
    }

    private static JsonObject marking(JsonObject header) {
        return SlackBlocks.header(MARK + label(header));
    }

    /** Each reader sees the time in the zone where he is. */
    private static Optional<JsonObject> since(Notice recovered, Instant at) {
        String names = recovered.assets().stream().map(SlackText::escape).collect(Collectors.joining(", "));
        String time = "<!date^" + at.getEpochSecond() + "^{date_num} {time}|" + UTC.format(at) + ">";
        return SlackBlocks.context(List.of(MARK + "Up again at " + time, names.isEmpty() ? "Over" : names));
    }

    /** The assets that the message's button names. */
    private static Set<String> down(List<JsonObject> blocks) {
        return blocks.stream()
                .flatMap(block -> SlackJson.objects(block, "elements").stream())
                .filter(element -> SlackJson.text(element, "action_id")
                        .filter(SlackBlocks.ACKNOWLEDGE::equals)
                        .isPresent())
                .flatMap(button -> keys(SlackJson.text(button, "value").orElse("")).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<String> keys(String value) {
        try (JsonReader reader = Json.createReader(new StringReader(value))) {
            return reader.readArray().stream()
                    .filter(JsonString.class::isInstance)
                    .map(key -> ((JsonString) key).getString())
                    .toList();
        } catch (JsonException e) {
            return List.of();
        }
    }

    private static String type(JsonObject block) {
        return SlackJson.text(block, "type").orElse("");
    }

    private static String label(JsonObject header) {
        return SlackJson.object(header, "text")
                .flatMap(text -> SlackJson.text(text, "text"))
                .orElse("");
    }
}
