package io.secplat.workers.notify.jira;

import io.secplat.contracts.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;
import java.util.List;

/** The Atlassian Document Format, as much as a few lines of text need. */
final class JiraDocument {

    private JiraDocument() {}

    static JsonObject of(Collection<JsonObject> paragraphs) {
        JsonArrayBuilder content = Json.createArrayBuilder();
        paragraphs.forEach(content::add);
        return node("doc").add("version", 1).add("content", content).build();
    }

    /** One paragraph with a break between its lines; empty lines are left out, and an address becomes a link. */
    static JsonObject lines(List<String> texts) {
        JsonArrayBuilder content = Json.createArrayBuilder();
        List<String> lines = texts.stream()
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        for (int i = 0; i < lines.size(); i++) {
            if (i > 0) {
                content.add(node("hardBreak"));
            }
            content.add(text(lines.get(i)));
        }
        return node("paragraph").add("content", content).build();
    }

    /** One paragraph in small letters. */
    static JsonObject small(String text) {
        JsonObjectBuilder mark =
                node("subsup").add("attrs", Json.createObjectBuilder().add("type", "sub"));
        JsonObjectBuilder small = node("text")
                .add("text", text)
                .add("marks", Json.createArrayBuilder().add(mark));
        return node("paragraph")
                .add("content", Json.createArrayBuilder().add(small))
                .build();
    }

    private static JsonObjectBuilder text(String line) {
        JsonObjectBuilder text = node("text").add("text", line);
        if (!line.matches("https?://\\S+")) {
            return text;
        }
        JsonObjectBuilder link =
                node("link").add("attrs", Json.createObjectBuilder().add("href", line));
        return text.add("marks", Json.createArrayBuilder().add(link));
    }

    private static JsonObjectBuilder node(String type) {
        return Json.createObjectBuilder().add("type", type);
    }
}
