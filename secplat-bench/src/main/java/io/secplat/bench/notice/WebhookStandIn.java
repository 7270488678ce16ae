package io.secplat.bench.notice;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An incoming webhook of Slack: takes what it gets, names nothing and cannot be asked. */
final class WebhookStandIn implements StandIn, Desk {

    private static final String PATH = "/services/T0/B0/harness";
    private static final Reply NOTHING = new Reply(404, JsonObject.EMPTY_JSON_OBJECT);
    private static final Reply TAKEN = new Reply(200, JsonObject.EMPTY_JSON_OBJECT);

    private final Clock clock;
    private final Host host;
    private final List<Post> posts = new ArrayList<>();
    private final Set<Post> unheard = new HashSet<>();

    WebhookStandIn(Clock clock) throws IOException {
        this.clock = clock;
        this.host = new Host(this, clock);
    }

    @Override
    public Service service() {
        return Service.WEBHOOK;
    }

    @Override
    public Host host() {
        return host;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("SLACK_WEBHOOK_URL", host.url() + PATH);
    }

    /** Each at the moment when it was kept, just before the answer is written. */
    @Override
    public synchronized List<Post> posts() {
        return List.copyOf(posts);
    }

    /** Those whose answer was lost by the stand-in's own mood. */
    synchronized Set<Post> unheard() {
        return Set.copyOf(unheard);
    }

    @Override
    public synchronized int size() {
        return posts.size();
    }

    @Override
    public synchronized void clear() {
        posts.clear();
        unheard.clear();
        host.forgetCalls();
    }

    @Override
    public Reply answer(Ask ask) {
        if (!ask.isPost() || !ask.path().equals(PATH)) {
            return NOTHING;
        }
        take(text(ask.body()), ask.isHeard());
        return TAKEN;
    }

    private synchronized void take(String text, boolean isHeard) {
        Post post = new Post("", "", text, text, clock.instant());
        posts.add(post);
        if (!isHeard) {
            unheard.add(post);
        }
    }

    private static String text(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject().getString("text", "");
        }
    }

    @Override
    public void close() {
        host.close();
    }
}
