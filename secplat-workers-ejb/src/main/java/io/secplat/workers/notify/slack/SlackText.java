package io.secplat.workers.notify.slack;

import io.secplat.contracts.event.Notification;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.workers.notify.Notice;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a notice looks like in Slack. */
final class SlackText {

    /** Slack's own limits (chat.postMessage, section block). */
    private static final int LONGEST_TEXT = 40_000;

    private static final int LONGEST_SECTION = 3_000;

    private SlackText() {}

    static JsonObject of(Notice notice) {
        String text = notice.told().map(SlackText::told).orElseGet(() -> outage(notice));
        JsonWriter message = new JsonWriter().put("text", limit(text, LONGEST_TEXT));
        Integer incident = notice.incidentId();
        return (incident == null ? message : message.put("blocks", blocks(text, incident))).build();
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
        JsonObject button = Json.createObjectBuilder()
                .add("type", "button")
                .add("text", text("plain_text", "Create Jira issue"))
                .add("action_id", "create_jira")
                .add("value", String.valueOf(incident))
                .build();
        JsonObject actions = Json.createObjectBuilder()
                .add("type", "actions")
                .add("elements", Json.createArrayBuilder().add(button))
                .build();
        return Json.createArrayBuilder().add(section).add(actions).build();
    }

    private static JsonObject text(String type, String text) {
        return new JsonWriter().put("type", type).put("text", text).build();
    }

    /** Slack reads these three as markup, and with them a title could call everybody in a channel. */
    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String limit(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
