package io.secplat.local.inbox;

import io.secplat.contracts.json.Json;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.local.http.Answer;
import io.secplat.local.http.Call;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be done with issues that are there: find one by its label, read it, comment on it, move it. */
record JiraFollowUps(JiraBoard board) {

    private static final Pattern ISSUE =
            Pattern.compile("/rest/api/3/issue/([A-Z][A-Z0-9_]*-\\d+)(/comment|/transitions)?");
    private static final Pattern LABEL = Pattern.compile("labels = \"([^\"]+)\"");
    private static final String SEARCH = "/rest/api/3/search/jql";

    static boolean owns(String path) {
        return path.equals(SEARCH) || ISSUE.matcher(path).matches();
    }

    Verdict judge(Call call) {
        Matcher path = ISSUE.matcher(call.path());
        if (!path.matches()) {
            return new Verdict.Answered(found(call.query().getOrDefault("jql", "")));
        }
        Optional<JiraIssue> issue = board.issue(path.group(1));
        if (issue.isEmpty()) {
            return PretendJira.refused(404, "Issue does not exist or you do not have permission to see it.");
        }
        String part = String.valueOf(path.group(2));
        return call.method().equals("POST") ? change(call, part, issue.get()) : read(part, issue.get());
    }

    private static Verdict read(String part, JiraIssue issue) {
        return new Verdict.Answered(Answer.json(200, part.equals("/comment") ? comments(issue) : issue(issue)));
    }

    private static Verdict change(Call call, String part, JiraIssue issue) {
        JsonObject sent = Payload.object(call.text()).orElse(JsonObject.EMPTY_JSON_OBJECT);
        if (part.equals("/transitions")) {
            String id = Payload.text(Payload.child(sent, "transition"), "id");
            return JiraStatus.after(id)
                    .<Verdict>map(to -> new Verdict.Accepted(
                            new Message(issue.key(), "→ " + to.title(), sent), received -> Answer.text(204, "")))
                    .orElseGet(
                            () -> PretendJira.refused(400, "Transition id '" + id + "' is not valid for this issue."));
        }
        JsonObject body = Payload.child(sent, "body");
        if (!part.equals("/comment") || !Payload.text(body, "type").equals("doc")) {
            return PretendJira.refused(400, "Comment body is not valid!");
        }
        return new Verdict.Accepted(
                new Message(issue.key(), AtlassianDocument.firstLine(body), sent),
                received -> Answer.json(201, comment(received.id(), received.at(), body)));
    }

    private Answer found(String query) {
        Matcher label = LABEL.matcher(query);
        String wanted = label.find() ? label.group(1) : "";
        JsonArrayBuilder issues = Json.createArrayBuilder();
        board.issues().stream()
                .filter(issue -> issue.labels().contains(wanted))
                .sorted(Comparator.comparing(JiraIssue::at).reversed())
                .forEach(issue -> issues.add(issue(issue)));
        return Answer.json(
                200,
                new JsonWriter()
                        .put("issues", issues.build())
                        .put("isLast", true)
                        .build());
    }

    private static JsonObject issue(JiraIssue issue) {
        JsonArrayBuilder transitions = Json.createArrayBuilder();
        for (JiraStatus status : JiraStatus.values()) {
            transitions.add(new JsonWriter()
                    .put("id", status.transition())
                    .put("name", status.title())
                    .put("to", named(status))
                    .build());
        }
        return new JsonWriter()
                .put("key", issue.key())
                .put(
                        "fields",
                        new JsonWriter()
                                .put("summary", issue.summary())
                                .put("status", named(issue.status()))
                                .build())
                .put("transitions", transitions.build())
                .build();
    }

    private static JsonObject named(JiraStatus status) {
        return new JsonWriter().put("name", status.title()).build();
    }

    private static JsonObject comments(JiraIssue issue) {
        JsonArrayBuilder comments = Json.createArrayBuilder();
        issue.comments().stream()
                .sorted(Comparator.comparingLong(JiraIssue.Comment::id).reversed())
                .forEach(comment -> comments.add(comment(comment.id(), comment.at(), comment.body())));
        return new JsonWriter()
                .put("comments", comments.build())
                .put("total", issue.comments().size())
                .build();
    }

    private static JsonObject comment(long id, Instant at, JsonObject body) {
        return new JsonWriter()
                .put("id", Long.toString(id))
                .put("created", at)
                .put("body", body)
                .build();
    }
}
