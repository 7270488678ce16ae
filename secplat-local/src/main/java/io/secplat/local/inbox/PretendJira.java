package io.secplat.local.inbox;

import io.secplat.contracts.json.JsonWriter;
import io.secplat.local.http.Answer;
import io.secplat.local.http.Call;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Issues in Jira Cloud (REST API 3, where descriptions and comments are documents and not texts). */
final class PretendJira implements PretendService {

    static final String NAME = "jira";

    private static final String ISSUES = "/rest/api/3/issue";
    private static final int LONGEST_SUMMARY = 255;
    private static final long FIRST_ID = 10_000;

    private final MessageBook book;

    PretendJira(MessageBook book) {
        this.book = book;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean owns(String path) {
        return path.equals(ISSUES) || JiraFollowUps.owns(path);
    }

    @Override
    public Verdict judge(Call call) {
        boolean creates = call.path().equals(ISSUES);
        if (creates && !call.method().equals("POST")) {
            return new Verdict.Answered(Answer.text(405, "").with("Allow", "POST"));
        }
        if (!call.header("authorization").orElse("").startsWith("Basic ")) {
            return refused(401, "You are not authenticated. Authentication required to perform this operation.");
        }
        return creates ? create(call) : new JiraFollowUps(new JiraBoard(book.since(0))).judge(call);
    }

    private static Verdict create(Call call) {
        Optional<JsonObject> sent = Payload.object(call.text());
        if (sent.isEmpty()) {
            return refused(400, "There was an error parsing JSON. Check that your request body is valid.");
        }
        JsonObject fields = Payload.child(sent.get(), "fields");
        Map<String, String> wrong = faultsOf(fields);
        if (!wrong.isEmpty()) {
            return refused(400, List.of(), wrong);
        }
        String project = Payload.text(Payload.child(fields, "project"), "key").toUpperCase(Locale.ROOT);
        Message message = new Message(project, Payload.text(fields, "summary"), sent.get());
        return new Verdict.Accepted(message, received -> created(call, received));
    }

    private static Map<String, String> faultsOf(JsonObject fields) {
        Map<String, String> wrong = new TreeMap<>();
        JsonObject project = Payload.child(fields, "project");
        if (Payload.text(project, "key").isEmpty()
                && Payload.text(project, "id").isEmpty()) {
            wrong.put("project", "Specify a valid project ID or key");
        }
        JsonObject type = Payload.child(fields, "issuetype");
        if (Payload.text(type, "name").isEmpty() && Payload.text(type, "id").isEmpty()) {
            wrong.put("issuetype", "Specify an issue type");
        }
        String summary = Payload.text(fields, "summary");
        if (summary.isEmpty()) {
            wrong.put("summary", "You must specify a summary of the issue.");
        } else if (summary.length() > LONGEST_SUMMARY) {
            wrong.put("summary", "Summary can't exceed 255 characters.");
        }
        JsonValue description = fields.getOrDefault("description", JsonValue.NULL);
        if (description != JsonValue.NULL && !isDocument(description)) {
            wrong.put(
                    "description", "Operation value must be an Atlassian Document (see the Atlassian Document Format)");
        }
        return wrong;
    }

    private static boolean isDocument(JsonValue value) {
        return value instanceof JsonObject object
                && Payload.text(object, "type").equals("doc")
                && object.getInt("version", 0) == 1
                && object.containsKey("content");
    }

    private static Answer created(Call call, Received received) {
        String id = Long.toString(FIRST_ID + received.id());
        String host = call.header("host").orElse("127.0.0.1");
        return Answer.json(
                201,
                new JsonWriter()
                        .put("id", id)
                        .put("key", JiraIssue.key(received))
                        .put("self", "http://" + host + ISSUES + "/" + id)
                        .build());
    }

    static Verdict refused(int status, String message) {
        return refused(status, List.of(message), Map.of());
    }

    private static Verdict refused(int status, List<String> messages, Map<String, String> errors) {
        return new Verdict.Answered(Answer.json(
                status,
                new JsonWriter()
                        .put("errorMessages", messages)
                        .put("errors", Payload.object(errors))
                        .build()));
    }
}
