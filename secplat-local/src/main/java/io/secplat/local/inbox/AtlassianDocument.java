package io.secplat.local.inbox;

import static io.secplat.local.http.Html.escaped;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Atlassian Document Format as HTML, as much of it as a few paragraphs need; of anything else its text is shown. */
final class AtlassianDocument {

    private AtlassianDocument() {}

    static String html(JsonObject node) {
        String inside = content(node).map(AtlassianDocument::html).collect(Collectors.joining());
        return switch (Payload.text(node, "type")) {
            case "paragraph" -> "<p>" + inside + "</p>";
            case "hardBreak" -> "<br>";
            case "text" -> text(node);
            default -> inside;
        };
    }

    /** The first words of a document without their form. */
    static String firstLine(JsonObject node) {
        if (Payload.text(node, "type").equals("text")) {
            return Payload.text(node, "text");
        }
        return content(node)
                .map(AtlassianDocument::firstLine)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String text(JsonObject node) {
        String html = escaped(Payload.text(node, "text"));
        for (JsonObject mark : objects(node, "marks").toList()) {
            html = marked(html, mark);
        }
        return html;
    }

    private static String marked(String html, JsonObject mark) {
        String target = Payload.text(Payload.child(mark, "attrs"), "href");
        return switch (Payload.text(mark, "type")) {
            case "strong" -> "<b>" + html + "</b>";
            case "subsup" -> "<small>" + html + "</small>";
            case "link" ->
                target.matches("https?://\\S+")
                        ? "<a href=\"" + escaped(target) + "\" rel=\"noreferrer\">" + html + "</a>"
                        : html;
            default -> html;
        };
    }

    private static Stream<JsonObject> content(JsonObject node) {
        return objects(node, "content");
    }

    private static Stream<JsonObject> objects(JsonObject node, String name) {
        return node.get(name) instanceof JsonArray array
                ? array.stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast)
                : Stream.empty();
    }
}
