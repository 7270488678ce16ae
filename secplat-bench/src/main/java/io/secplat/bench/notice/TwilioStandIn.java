package io.secplat.bench.notice;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Twilio's Messages resource. */
final class TwilioStandIn implements StandIn, Desk {

    private static final Reply NOTHING = new Reply(404, JsonObject.EMPTY_JSON_OBJECT);

    private final TwilioMessages messages;
    private final Host host;

    TwilioStandIn(Clock clock) throws IOException {
        this.messages = new TwilioMessages(clock);
        this.host = new Host(this, clock);
    }

    @Override
    public Service service() {
        return Service.SMS;
    }

    @Override
    public Host host() {
        return host;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("TWILIO_API_URL", host.url());
    }

    @Override
    public List<Post> posts() {
        return messages.posts();
    }

    @Override
    public int size() {
        return messages.size();
    }

    @Override
    public void clear() {
        messages.clear();
        host.forgetCalls();
    }

    @Override
    public Reply answer(Ask ask) {
        if (!ask.path().endsWith("/Messages.json")) {
            return NOTHING;
        }
        return ask.isPost() ? messages.take(ask.form()) : messages.page(ask.path(), ask.query());
    }

    @Override
    public void close() {
        host.close();
    }
}
