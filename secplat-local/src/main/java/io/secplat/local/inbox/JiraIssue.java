package io.secplat.local.inbox;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * An issue in the pretend Jira as it is now.
 *
 * @param last the id of what was received last about it
 * @param sent the request that made it
 */
record JiraIssue(long last, String key, Instant at, JsonObject sent, JiraStatus status, List<Comment> comments) {

    /** What somebody added; the body is a document. */
    record Comment(long id, Instant at, JsonObject body) {}

    JiraIssue {
        comments = List.copyOf(comments);
    }

    /** The key that an issue gets: the project's, and the number of its message. */
    static String key(Received received) {
        return received.recipient() + "-" + received.id();
    }

    static JiraIssue made(Received received) {
        return new JiraIssue(received.id(), key(received), received.at(), received.body(), JiraStatus.TO_DO, List.of());
    }

    JsonObject fields() {
        return Payload.child(sent, "fields");
    }

    String summary() {
        return Payload.text(fields(), "summary");
    }

    List<String> labels() {
        return fields().get("labels") instanceof JsonArray labels
                ? labels.stream()
                        .filter(JsonString.class::isInstance)
                        .map(label -> ((JsonString) label).getString())
                        .toList()
                : List.of();
    }

    JiraIssue commented(Received received) {
        Comment comment = new Comment(received.id(), received.at(), Payload.child(received.body(), "body"));
        return new JiraIssue(
                received.id(),
                key,
                at,
                sent,
                status,
                Stream.concat(comments.stream(), Stream.of(comment)).toList());
    }

    JiraIssue moved(Received received, JiraStatus to) {
        return new JiraIssue(received.id(), key, at, sent, to, comments);
    }
}
