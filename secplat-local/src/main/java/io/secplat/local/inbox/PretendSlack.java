package io.secplat.local.inbox;

import io.secplat.contracts.json.JsonWriter;
import io.secplat.local.http.Answer;
import io.secplat.local.http.Call;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Slack's incoming webhooks, and the two Web API methods that its client library calls. */
final class PretendSlack implements PretendService {

    private static final String WEBHOOKS = "/slack/webhook/";

    @Override
    public String name() {
        return "slack";
    }

    @Override
    public boolean owns(String path) {
        return path.startsWith(WEBHOOKS) || path.equals("/api/chat.postMessage") || path.equals("/api/auth.test");
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
        return call.path().equals("/api/auth.test") ? authenticated() : chat(call);
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
        Instant at = received.at();
        String ts = String.format(Locale.ROOT, "%d.%06d", at.getEpochSecond(), received.id() % 1_000_000);
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

    private static Verdict authenticated() {
        return new Verdict.Answered(Answer.json(
                200,
                new JsonWriter()
                        .put("ok", true)
                        .put("url", "https://inbox.slack.com/")
                        .put("team", "Inbox")
                        .put("user", "secplat")
                        .put("team_id", "T0INBOX00")
                        .put("user_id", "U0INBOX00")
                        .build()));
    }

    private static Verdict failed(String error) {
        return new Verdict.Answered(Answer.json(
                200, new JsonWriter().put("ok", false).put("error", error).build()));
    }
}
