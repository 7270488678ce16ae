package io.secplat.api.inbound;

import io.secplat.api.problem.ProblemType;
import io.secplat.api.request.JsonText;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What somebody clicked in Slack.
 *
 * @param userId Slack's id of the person
 */
record SlackClick(String userId, List<Action> actions) {

    private static final Pattern USER = Pattern.compile("[A-Z0-9]{1,32}");

    /** One button and the value that it carries. */
    record Action(String id, String value) {}

    SlackClick {
        actions = List.copyOf(actions);
    }

    /** Reads the form value {@code payload}; MALFORMED_REQUEST when it is not what Slack sends. */
    static SlackClick of(String payload) {
        JsonObject json = JsonText.object(payload.getBytes(StandardCharsets.UTF_8));
        String user = object(json, "user")
                .flatMap(person -> text(person, "id"))
                .filter(id -> USER.matcher(id).matches())
                .orElseThrow(ProblemType.MALFORMED_REQUEST::because);
        return new SlackClick(user, actions(json).flatMap(SlackClick::action).toList());
    }

    private static Stream<JsonValue> actions(JsonObject json) {
        return json.get("actions") instanceof JsonArray list ? list.stream() : Stream.empty();
    }

    private static Stream<Action> action(JsonValue value) {
        if (!(value instanceof JsonObject json)) {
            return Stream.empty();
        }
        return text(json, "action_id").stream()
                .map(id -> new Action(id, text(json, "value").orElse("")));
    }

    private static Optional<JsonObject> object(JsonObject json, String name) {
        return json.get(name) instanceof JsonObject inner ? Optional.of(inner) : Optional.empty();
    }

    private static Optional<String> text(JsonObject json, String name) {
        return json.get(name) instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }
}
