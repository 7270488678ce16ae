package io.secplat.workers.notify.slack;

import io.secplat.contracts.event.Notification;
import io.secplat.contracts.json.Json;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.workers.notify.letter.Notice;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a notice looks like in Slack. */
final class SlackText {

    /** Slack's own limits (chat.postMessage, section block). */
    private static final int LONGEST_TEXT = 40_000;

    static final int LONGEST_SECTION = 3_000;

    private SlackText() {}

    static JsonObject of(Notice notice) {
        String text = text(notice);
        JsonWriter message = new JsonWriter().put("text", text);
        Integer incident = notice.incidentId();
        return (incident == null ? message : message.put("blocks", blocks(text, incident))).build();
    }

    /** The text of the contract's table, at most as long as Slack takes. */
    static String text(Notice notice) {
        return limit(notice.told().map(SlackText::told).orElseGet(() -> outage(notice)), LONGEST_TEXT);
    }

    private static String outage(Notice notice) {
        return "*SecPlat alert:* " + notice.assets().size() + " asset(s) down: "
                + notice.assets().stream().map(SlackText::escape).collect(Collectors.joining(", "));
    }

    private static String told(Notification notification) {
        String link = notification.link();
        return Stream.of(
                        "*SecPlat:* " + escape(notification.title()),
                        escape(notification.body()),
                        link == null ? "" : escape(link))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static JsonArray blocks(String text, int incident) {
        JsonObject section = Json.createObjectBuilder()
                .add("type", "section")
                .add("text", text("mrkdwn", limit(text, LONGEST_SECTION)))
                .build();
        JsonObject button = createJira(incident);
        JsonObject actions = Json.createObjectBuilder()
                .add("type", "actions")
                .add("elements", Json.createArrayBuilder().add(button))
                .build();
        return Json.createArrayBuilder().add(section).add(actions).build();
    }

    static JsonObject createJira(int incident) {
        return button("Create Jira issue", "create_jira", String.valueOf(incident));
    }

    static JsonObject button(String label, String action, String value) {
        return Json.createObjectBuilder()
                .add("type", "button")
                .add("text", text("plain_text", label))
                .add("action_id", action)
                .add("value", value)
                .build();
    }

    static JsonObject text(String type, String text) {
        return new JsonWriter().put("type", type).put("text", text).build();
    }

    /** Slack reads these three as markup, and with them a title could call everybody in a channel. */
    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Cuts no character and no escaped one in two. */
    static String limit(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - 1;
        int escaped = text.lastIndexOf('&', end - 1);
        if (escaped >= 0 && text.indexOf(';', escaped) >= end) {
            end = escaped;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
