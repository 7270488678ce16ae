package io.secplat.workers.notify.jira;

import io.secplat.contracts.event.Notification;
import io.secplat.contracts.json.Json;
import io.secplat.workers.notify.channel.Parcel;
import io.secplat.workers.notify.letter.Notice;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What a notice looks like in Jira: an issue of its own, or a comment on the one that it follows. */
final class JiraText {

    private static final int LONGEST_SUMMARY = 255;

    private JiraText() {}

    /** By this label an issue is found again: {@code secplat-} and the first 16 hex digits of the parcel's key. */
    static String label(UUID key) {
        return "secplat-" + key.toString().replace("-", "").substring(0, 16);
    }

    /** By this text in its last line a comment is found again. */
    static String mark(UUID key) {
        return "SecPlat " + key;
    }

    static JsonObject issue(Parcel parcel, String project) {
        JsonObject fields = Json.createObjectBuilder()
                .add("project", named("key", project(parcel.notice(), project)))
                .add("summary", summary(title(parcel.notice())))
                .add("issuetype", named("name", "Task"))
                .add("description", JiraDocument.of(List.of(JiraDocument.lines(facts(parcel.notice())))))
                .add("labels", Json.createArrayBuilder().add(label(parcel.key())))
                .build();
        return Json.createObjectBuilder()
                .add("fields", fields)
                .add("properties", properties(parcel.key()))
                .build();
    }

    static JsonObject comment(Parcel parcel) {
        List<String> lines = new ArrayList<>(List.of(title(parcel.notice())));
        parcel.notice().told().ifPresent(told -> {
            lines.add(told.body());
            lines.add(link(told));
        });
        return Json.createObjectBuilder()
                .add(
                        "body",
                        JiraDocument.of(List.of(JiraDocument.lines(lines), JiraDocument.small(mark(parcel.key())))))
                .build();
    }

    private static JsonArray properties(UUID key) {
        return Json.createArrayBuilder()
                .add(Json.createObjectBuilder().add("key", "secplat").add("value", named("key", key.toString())))
                .build();
    }

    /** The notification's own project wins. */
    private static String project(Notice notice, String preset) {
        return notice.told()
                .map(Notification::jira)
                .map(wish -> wish.get("project_key"))
                .filter(JsonString.class::isInstance)
                .map(key -> ((JsonString) key).getString().strip())
                .filter(key -> !key.isEmpty())
                .orElse(preset)
                .toUpperCase(Locale.ROOT);
    }

    private static String title(Notice notice) {
        return notice.told()
                .map(Notification::title)
                .orElseGet(() -> "SecPlat alert: " + notice.assets().size() + " asset(s) down: "
                        + String.join(", ", notice.assets()));
    }

    /** One line; Jira takes no line breaks and no more than 255 characters. */
    private static String summary(String title) {
        String line = title.replaceAll("\\s+", " ").strip();
        if (line.length() <= LONGEST_SUMMARY) {
            return line;
        }
        int end = LONGEST_SUMMARY - 1;
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    private static List<String> facts(Notice notice) {
        List<String> facts = new ArrayList<>();
        notice.told().map(Notification::body).ifPresent(facts::add);
        Integer incident = notice.incidentId();
        if (incident != null) {
            facts.add("Incident: " + incident);
        }
        facts.add(
                "Severity: " + notice.told().map(told -> told.severity().wire()).orElse("high"));
        facts.add("Status: " + status(notice.kind()));
        if (!notice.assets().isEmpty()) {
            facts.add("Assets: " + String.join(", ", notice.assets()));
        }
        notice.told().map(JiraText::link).ifPresent(facts::add);
        return facts;
    }

    /** A notification tells its status by its kind: {@code incident.closed} is closed, {@code asset.down} is down. */
    private static String status(String kind) {
        return switch (kind) {
            case "down_assets" -> "down";
            case "incident.created", "finding.created" -> "open";
            default -> kind.substring(kind.lastIndexOf('.') + 1);
        };
    }

    private static String link(Notification notification) {
        String link = notification.link();
        return link == null ? "" : link;
    }

    private static JsonObject named(String name, String value) {
        return Json.createObjectBuilder().add(name, value).build();
    }
}
