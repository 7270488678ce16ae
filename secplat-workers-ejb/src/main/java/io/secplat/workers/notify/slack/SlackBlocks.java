package io.secplat.workers.notify.slack;

import io.secplat.contracts.event.Notification;
import io.secplat.contracts.json.Json;
import io.secplat.workers.notify.letter.Notice;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a bot's message looks like: Block Kit, within Slack's limits. */
final class SlackBlocks {

    static final String ACKNOWLEDGE = "ack_alert";

    private static final int LONGEST_HEADER = 150;
    private static final int LONGEST_VALUE = 2_000;
    private static final int LONGEST_CONTEXT = 2_000;

    private SlackBlocks() {}

    /** Header with severity, section with body, context with assets and link, buttons; what is empty is left out. */
    static JsonArray of(Notice notice) {
        JsonArrayBuilder blocks = Json.createArrayBuilder().add(header(headline(notice)));
        section(notice).ifPresent(blocks::add);
        context(context(notice)).ifPresent(blocks::add);
        actions(buttons(notice)).ifPresent(blocks::add);
        return blocks.build();
    }

    /** A header of plain text, in which emoji have names. */
    static JsonObject header(String text) {
        return Json.createObjectBuilder()
                .add("type", "header")
                .add(
                        "text",
                        Json.createObjectBuilder()
                                .add("type", "plain_text")
                                .add("text", SlackText.limit(text, LONGEST_HEADER))
                                .add("emoji", true))
                .build();
    }

    static Optional<JsonObject> context(List<String> lines) {
        JsonArrayBuilder elements = Json.createArrayBuilder();
        lines.forEach(line -> elements.add(SlackText.text("mrkdwn", SlackText.limit(line, LONGEST_CONTEXT))));
        return block("context", elements.build());
    }

    /** The button that acknowledges these assets; none when their keys are more than its value can hold. */
    static Optional<JsonObject> acknowledge(Collection<String> assets) {
        String value = Json.createArrayBuilder(assets).build().toString();
        return assets.isEmpty() || value.length() > LONGEST_VALUE
                ? Optional.empty()
                : Optional.of(SlackText.button("Acknowledge", ACKNOWLEDGE, value));
    }

    static Optional<JsonObject> actions(List<JsonObject> buttons) {
        return block("actions", Json.createArrayBuilder(buttons).build());
    }

    /** A section in Slack's markup; none for an empty text. */
    static Optional<JsonObject> section(Notice notice) {
        String body =
                notice.told().map(Notification::body).map(SlackText::escape).orElseGet(() -> names(notice));
        return body.isBlank()
                ? Optional.empty()
                : Optional.of(Json.createObjectBuilder()
                        .add("type", "section")
                        .add("text", SlackText.text("mrkdwn", SlackText.limit(body, SlackText.LONGEST_SECTION)))
                        .build());
    }

    private static String headline(Notice notice) {
        return notice.told()
                .map(told -> told.severity().wire().toUpperCase(Locale.ROOT) + ": " + SlackText.escape(told.title()))
                .orElseGet(() -> "ALERT: " + notice.assets().size() + " asset(s) down");
    }

    private static List<String> context(Notice notice) {
        Optional<String> assets =
                notice.told().filter(told -> !told.assetKeys().isEmpty()).map(told -> "Assets: " + names(notice));
        Optional<String> link =
                notice.told().flatMap(told -> Optional.ofNullable(told.link())).filter(SlackBlocks::web);
        return Stream.concat(assets.stream(), link.map(SlackBlocks::anchor).stream())
                .toList();
    }

    private static List<JsonObject> buttons(Notice notice) {
        boolean down = notice.kind().equals("asset.down");
        Stream<JsonObject> acknowledge = down ? acknowledge(notice.assets()).stream() : Stream.empty();
        return Stream.concat(acknowledge, createJira(notice).stream()).toList();
    }

    /** None when the incident is over. */
    private static Optional<JsonObject> createJira(Notice notice) {
        return notice.kind().equals("incident.closed")
                ? Optional.empty()
                : Optional.ofNullable(notice.incidentId()).map(SlackText::createJira);
    }

    private static Optional<JsonObject> block(String type, JsonArray elements) {
        return elements.isEmpty()
                ? Optional.empty()
                : Optional.of(Json.createObjectBuilder()
                        .add("type", type)
                        .add("elements", elements)
                        .build());
    }

    private static String names(Notice notice) {
        return notice.assets().stream().map(SlackText::escape).collect(Collectors.joining(", "));
    }

    private static boolean web(String link) {
        return link.length() < LONGEST_CONTEXT / 2 && link.matches("https?://\\S+");
    }

    /** A bar would end the address, and what follows it would be its label. */
    private static String anchor(String link) {
        return "<" + SlackText.escape(link).replace("|", "%7C") + "|Open in SecPlat>";
    }
}
