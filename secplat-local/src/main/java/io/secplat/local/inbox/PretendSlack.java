package io.secplat.local.inbox;

import io.secplat.contracts.json.JsonWriter;
import io.secplat.local.http.Answer;
import io.secplat.local.http.Call;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.Set;

/** Slack's incoming webhooks, and the Web API methods that a bot calls to tell things, to change them and to find them again. */
final class PretendSlack implements PretendService {

    static final String NAME = "slack";

    private static final String WEBHOOKS = "/slack/webhook/";
    private static final Set<String> METHODS = Set.of(
            "auth.test",
            "chat.postMessage",
            "chat.update",
            "conversations.list",
            "conversations.history",
            "conversations.replies");

    private final MessageBook book;

    PretendSlack(MessageBook book) {
        this.book = book;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean owns(String path) {
        return path.startsWith(WEBHOOKS) || (path.startsWith("/api/") && METHODS.contains(method(path)));
    }

    @Override
    public Verdict judge(Call call) {
        if (!call.method().equals("POST")) {
            return new Verdict.Answered(Answer.text(405, "method_not_allowed").with("Allow", "POST"));
        }
        if (call.path().startsWith(WEBHOOKS)) {
            return webhook(call);
        }
        if (!isAuthorised(call)) {
            return failed("not_authed");
        }
        return switch (method(call.path())) {
            case "auth.test" -> new Verdict.Answered(SlackQuestions.whoAmI());
            case "conversations.list" -> new Verdict.Answered(questions().list());
            case "conversations.history" -> new Verdict.Answered(questions().history(call.form()));
            case "conversations.replies" -> new Verdict.Answered(questions().replies(call.form()));
            case "chat.update" -> chat(call, questions().room());
            default -> chat(call);
        };
    }

    private static Verdict webhook(Call call) {
        Optional<JsonObject> sent =
                Payload.object(call.isForm() ? call.form().getOrDefault("payload", "") : call.text());
        if (sent.isEmpty()) {
            return new Verdict.Answered(Answer.text(400, "invalid_payload"));
        }
        if (saysNothing(sent.get())) {
            return new Verdict.Answered(Answer.text(400, "no_text"));
        }
        return new Verdict.Accepted(message(sent.get()), received -> Answer.text(200, "ok"));
    }

    private SlackQuestions questions() {
        return new SlackQuestions(new SlackRoom(book.since(0)));
    }

    private static String method(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** What is not there cannot be changed. */
    private static Verdict chat(Call call, SlackRoom room) {
        String ts = call.isForm()
                ? call.form().getOrDefault("ts", "")
                : Payload.object(call.text())
                        .map(body -> Payload.text(body, "ts"))
                        .orElse("");
        return room.has(ts) ? chat(call) : failed("message_not_found");
    }

    private static Verdict chat(Call call) {
        Optional<JsonObject> sent =
                call.isForm() ? Optional.of(Payload.object(call.form())) : Payload.object(call.text());
        if (sent.isEmpty()) {
            return failed("invalid_json");
        }
        JsonObject body = sent.get();
        String channel = Payload.text(body, "channel");
        if (channel.isEmpty()) {
            return failed("channel_not_found");
        }
        if (saysNothing(body) && Payload.text(body, "blocks").isEmpty()) {
            return failed("no_text");
        }
        return new Verdict.Accepted(message(body), received -> posted(received, channel));
    }

    private static Answer posted(Received received, String channel) {
        String changed = Payload.text(received.body(), "ts");
        String ts = changed.isEmpty() ? SlackPost.ts(received) : changed;
        JsonObject message = new JsonWriter()
                .put("type", "message")
                .put("text", received.text())
                .put("ts", ts)
                .build();
        return Answer.json(
                200,
                new JsonWriter()
                        .put("ok", true)
                        .put("channel", channel)
                        .put("ts", ts)
                        .put("message", message)
                        .build());
    }

    private static Message message(JsonObject body) {
        return new Message(Payload.text(body, "channel"), Payload.text(body, "text"), body);
    }

    private static boolean saysNothing(JsonObject body) {
        return Payload.text(body, "text").isEmpty()
                && !Payload.hasItems(body, "blocks")
                && !Payload.hasItems(body, "attachments");
    }

    private static boolean isAuthorised(Call call) {
        return call.header("authorization").orElse("").startsWith("Bearer ")
                || (call.isForm() && call.form().containsKey("token"));
    }

    private static Verdict failed(String error) {
        return new Verdict.Answered(error(error));
    }

    static Answer error(String error) {
        return Answer.json(
                200, new JsonWriter().put("ok", false).put("error", error).build());
    }
}
