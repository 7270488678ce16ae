package io.secplat.bench.notice;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Slack's Web API. */
public final class SlackStandIn implements StandIn, Desk {

    private static final String PATH = "/api/";

    private final SlackRoom room;
    private final Host host;

    public SlackStandIn(Clock clock) throws IOException {
        this.room = new SlackRoom(clock);
        this.host = new Host(this, clock);
    }

    @Override
    public Service service() {
        return Service.SLACK;
    }

    @Override
    public Host host() {
        return host;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("SLACK_API_URL", host.url() + PATH);
    }

    SlackRoom room() {
        return room;
    }

    @Override
    public List<Post> posts() {
        return room.messages().stream()
                .map(message ->
                        new Post(message.ts(), message.thread(), message.text(), message.blocks(), message.at()))
                .toList();
    }

    @Override
    public int size() {
        return room.size();
    }

    @Override
    public void clear() {
        room.clear();
        host.forgetCalls();
    }

    @Override
    public Reply answer(Ask ask) {
        return new Reply(200, room.ask(method(ask), ask.form()));
    }

    private static String method(Ask ask) {
        return ask.path().startsWith(PATH) ? ask.path().substring(PATH.length()) : "";
    }

    @Override
    public void close() {
        host.close();
    }
}
