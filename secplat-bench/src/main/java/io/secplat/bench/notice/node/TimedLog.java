package io.secplat.bench.notice.node;

import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.pipeline.Acceptance;
import io.secplat.workers.notify.pipeline.deliver.DeliveryLog;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A delivery log that says when it holds an acceptance. */
record TimedLog(DeliveryLog real, Clock clock, Consumer<String> out) implements DeliveryLog {

    @Override
    public Entry entry(String dedupeKey, ChannelName channel) {
        return real.entry(dedupeKey, channel);
    }

    @Override
    public boolean begin(Collection<String> dedupeKeys, ChannelName channel, Attempt attempt) {
        return real.begin(dedupeKeys, channel, attempt);
    }

    @Override
    public boolean refused(Collection<String> dedupeKeys, ChannelName channel, Attempt attempt) {
        return real.refused(dedupeKeys, channel, attempt);
    }

    @Override
    public void remember(Map<String, Acceptance> byDedupeKey, ChannelName channel) {
        real.remember(byDedupeKey, channel);
        Instant now = clock.instant();
        byDedupeKey.keySet().forEach(key -> out.accept(new Kept(now, key).line()));
    }

    @Override
    public void begun(ChannelName channel, List<String> subjects, JsonObject reference) {
        real.begun(channel, subjects, reference);
    }

    @Override
    public void joined(ChannelName channel, List<String> subjects, JsonObject reference) {
        real.joined(channel, subjects, reference);
    }

    @Override
    public void ended(ChannelName channel, List<String> subjects) {
        real.ended(channel, subjects);
    }

    @Override
    public List<JsonObject> threads(ChannelName channel, List<String> subjects) {
        return real.threads(channel, subjects);
    }
}
