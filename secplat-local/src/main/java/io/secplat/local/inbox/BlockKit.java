package io.secplat.local.inbox;

import static io.secplat.local.http.Html.escaped;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Slack's Block Kit as HTML, as much of it as messages need; a block of another kind shows its name. Buttons do nothing. */
final class BlockKit {

    private BlockKit() {}

    static String html(JsonArray blocks) {
        return objects(blocks).map(BlockKit::block).collect(Collectors.joining());
    }

    private static String block(JsonObject block) {
        String type = Payload.text(block, "type");
        return switch (type) {
            case "header" -> "<h3>" + text(Payload.child(block, "text")) + "</h3>";
            case "section" -> section(block);
            case "context" -> "<p class=\"context\">" + elements(block, BlockKit::text, " · ") + "</p>";
            case "actions" -> "<p class=\"actions\">" + elements(block, BlockKit::button, " ") + "</p>";
            case "divider" -> "<hr>";
            default -> "<p class=\"context\">" + escaped(type) + "</p>";
        };
    }

    private static String section(JsonObject block) {
        String text = Payload.text(Payload.child(block, "text"), "text").isEmpty()
                ? ""
                : "<p>" + text(Payload.child(block, "text")) + "</p>";
        String fields = block.get("fields") instanceof JsonArray array
                ? "<p>" + objects(array).map(BlockKit::text).collect(Collectors.joining("<br>")) + "</p>"
                : "";
        return text + fields + button(Payload.child(block, "accessory"));
    }

    private static String elements(JsonObject block, Function<JsonObject, String> shown, String between) {
        return block.get("elements") instanceof JsonArray array
                ? objects(array).map(shown).filter(html -> !html.isEmpty()).collect(Collectors.joining(between))
                : "";
    }

    private static String text(JsonObject text) {
        String words = Payload.text(text, "text");
        return Payload.text(text, "type").equals("mrkdwn") ? SlackMarkup.html(words) : SlackMarkup.plain(words);
    }

    private static String button(JsonObject element) {
        String style = List.of("primary", "danger").contains(Payload.text(element, "style"))
                ? " " + Payload.text(element, "style")
                : "";
        return Payload.text(element, "type").equals("button")
                ? "<span class=\"button" + style + "\">" + text(Payload.child(element, "text")) + "</span>"
                : "";
    }

    private static Stream<JsonObject> objects(JsonArray array) {
        return array.stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
    }
}
