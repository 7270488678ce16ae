package io.secplat.local.inbox;

import io.secplat.contracts.json.Json;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.local.http.Answer;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers what a bot may ask. A channel's id is its name, since a pretend Slack has no other. All fits on one page. */
record SlackQuestions(SlackRoom room) {

    static Answer whoAmI() {
        return Answer.json(
                200,
                new JsonWriter()
                        .put("ok", true)
                        .put("url", "https://inbox.slack.com/")
                        .put("team", "Inbox")
                        .put("user", "secplat")
                        .put("team_id", "T0INBOX00")
                        .put("user_id", "U0INBOX00")
                        .build());
    }

    Answer list() {
        JsonArrayBuilder channels = Json.createArrayBuilder();
        room.channels()
                .forEach(channel -> channels.add(new JsonWriter()
                        .put("id", channel)
                        .put("name", channel.startsWith("#") ? channel.substring(1) : channel)
                        .build()));
        return answer("channels", channels.build());
    }

    /** Newest first, without replies. */
    Answer history(Map<String, String> form) {
        List<SlackPost> found = new ArrayList<>(room.in(form.getOrDefault("channel", "")).stream()
                .filter(post -> !post.isReply())
                .toList());
        Collections.reverse(found);
        return answer("messages", messages(found));
    }

    /** The message itself first. */
    Answer replies(Map<String, String> form) {
        String ts = form.getOrDefault("ts", "");
        if (!room.has(ts)) {
            return PretendSlack.error("thread_not_found");
        }
        Stream<SlackPost> parent = room.in(form.getOrDefault("channel", "")).stream()
                .filter(post -> post.ts().equals(ts));
        return answer(
                "messages",
                messages(Stream.concat(parent, room.replies(ts).stream()).collect(Collectors.toList())));
    }

    private static JsonArray messages(List<SlackPost> posts) {
        JsonArrayBuilder messages = Json.createArrayBuilder();
        posts.forEach(post -> messages.add(message(post)));
        return messages.build();
    }

    private static JsonObject message(SlackPost post) {
        JsonWriter message = new JsonWriter()
                .put("type", "message")
                .put("ts", post.ts())
                .put("text", post.text())
                .put("blocks", post.blocks())
                .put("metadata", post.metadata());
        return (post.thread().isEmpty() ? message : message.put("thread_ts", post.thread())).build();
    }

    private static Answer answer(String name, JsonValue found) {
        return Answer.json(
                200, new JsonWriter().put("ok", true).put(name, found).build());
    }
}
