package io.secplat.bench.notice;

import io.secplat.bench.notice.Desk.Reply;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The issues of one project of Jira, and what its REST API does to them. */
final class JiraProject {

    static final Reply NOTHING = new Reply(404, JsonObject.EMPTY_JSON_OBJECT);

    private static final String DONE = "Done";
    private static final String FINISH = "31";

    private static final class Issue {
        final List<JsonObject> comments = new ArrayList<>();
        String status = "To Do";
    }

    private final Clock clock;
    private final List<Post> posts = new ArrayList<>();
    private final Map<String, Issue> byKey = new HashMap<>();
    private final Map<String, List<String>> byLabel = new HashMap<>();

    JiraProject(Clock clock) {
        this.clock = clock;
    }

    synchronized List<Post> posts() {
        return List.copyOf(posts);
    }

    synchronized int size() {
        return posts.size();
    }

    synchronized void clear() {
        posts.clear();
        byKey.clear();
        byLabel.clear();
    }

    synchronized boolean isDone(String key) {
        Issue issue = byKey.get(key);
        return issue != null && issue.status.equals(DONE);
    }

    synchronized Reply create(String body) {
        JsonObject fields = object(body).getJsonObject("fields");
        String key = fields.getJsonObject("project").getString("key") + "-" + (byKey.size() + 1);
        Issue unused = byKey.put(key, new Issue());
        fields.getJsonArray("labels")
                .getValuesAs(label -> label.toString().replace("\"", ""))
                .forEach(label -> byLabel.computeIfAbsent(label, none -> new ArrayList<>())
                        .add(key));
        String description = fields.getJsonObject("description").toString();
        posts.add(new Post(key, key, fields.getString("summary") + "\n" + description, description, clock.instant()));
        return new Reply(
                201,
                Json.createObjectBuilder()
                        .add("id", Integer.toString(10_000 + byKey.size()))
                        .add("key", key)
                        .build());
    }

    /** Knows one question alone: which issues have this label, the newest first. */
    synchronized Reply search(Map<String, String> query) {
        String jql = query.getOrDefault("jql", "");
        String label = jql.replaceAll("^labels = \"([^\"]*)\".*$", "$1");
        List<String> keys = new ArrayList<>(byLabel.getOrDefault(label, List.of()));
        Collections.reverse(keys);
        JsonArrayBuilder found = Json.createArrayBuilder();
        keys.stream()
                .limit(most(query))
                .forEach(key -> found.add(Json.createObjectBuilder().add("key", key)));
        return new Reply(
                200,
                Json.createObjectBuilder()
                        .add("issues", found)
                        .add("isLast", true)
                        .build());
    }

    synchronized Reply issue(String key) {
        return of(key, issue -> {
            JsonObjectBuilder way = Json.createObjectBuilder()
                    .add("id", FINISH)
                    .add("name", "Finish")
                    .add("to", named(DONE));
            return new Reply(
                    200,
                    Json.createObjectBuilder()
                            .add("key", key)
                            .add("fields", Json.createObjectBuilder().add("status", named(issue.status)))
                            .add("transitions", Json.createArrayBuilder().add(way))
                            .build());
        });
    }

    /** The newest first when that is asked for. */
    synchronized Reply comments(String key, Map<String, String> query) {
        return of(key, issue -> {
            List<JsonObject> all = new ArrayList<>(issue.comments);
            if (query.getOrDefault("orderBy", "").equals("-created")) {
                Collections.reverse(all);
            }
            JsonArrayBuilder found = Json.createArrayBuilder();
            all.stream().limit(most(query)).forEach(found::add);
            return new Reply(
                    200,
                    Json.createObjectBuilder()
                            .add("comments", found)
                            .add("total", all.size())
                            .build());
        });
    }

    synchronized Reply comment(String key, String body) {
        return of(key, issue -> {
            JsonObject comment = object(body);
            issue.comments.add(comment);
            posts.add(new Post(key, key, comment.toString(), "", clock.instant()));
            return new Reply(
                    201,
                    Json.createObjectBuilder()
                            .add("id", Integer.toString(issue.comments.size()))
                            .build());
        });
    }

    synchronized Reply move(String key, String body) {
        return of(key, issue -> {
            if (!object(body).getJsonObject("transition").getString("id").equals(FINISH)) {
                return new Reply(400, JsonObject.EMPTY_JSON_OBJECT);
            }
            issue.status = DONE;
            return new Reply(204, JsonObject.EMPTY_JSON_OBJECT);
        });
    }

    private Reply of(String key, Function<Issue, Reply> what) {
        Issue issue = byKey.get(key);
        return issue == null ? NOTHING : what.apply(issue);
    }

    private static long most(Map<String, String> query) {
        return Long.parseLong(query.getOrDefault("maxResults", "50"));
    }

    private static JsonObjectBuilder named(String name) {
        return Json.createObjectBuilder().add("name", name);
    }

    private static JsonObject object(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
