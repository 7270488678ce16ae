package io.secplat.workers.notify.pipeline.deliver;

import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.pipeline.Acceptance;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for seven days what was tried and what was accepted, so that nobody is told the same thing twice, whatever ends
 * the notifier. Every method throws CourierUnavailableException when the memory is away.
 */
public interface DeliveryLog {

    /**
     * An attempt whose end is not known yet.
     *
     * @param key what the channel was given to recognise it by
     * @param letters how many dedupe keys it stands for
     * @param group the event id of the message that tells them together; null when it is one by itself
     */
    record Attempt(UUID key, int letters, Instant at, @Nullable String group) {}

    /** What is known of a key: that it was accepted, or that an attempt began whose end is not known, or neither. */
    record Entry(Optional<Acceptance> acceptance, Optional<Attempt> attempt) {}

    Entry entry(String dedupeKey, ChannelName channel);

    /** An attempt for these keys begins. False, and nothing noted, for a notifier that is no longer the one that tells. */
    boolean begin(Collection<String> dedupeKeys, ChannelName channel, Attempt attempt);

    /** The attempt for these keys ended without acceptance. */
    void refused(Collection<String> dedupeKeys, ChannelName channel);

    /** These were accepted, all or none; their attempt is over. */
    void remember(Map<String, Acceptance> byDedupeKey, ChannelName channel);

    /** These subjects are told of by that message of the channel, which later ones may answer. */
    void begun(ChannelName channel, List<String> subjects, JsonObject reference);

    /** The messages that tell of these subjects, as far as there are some. */
    List<JsonObject> threads(ChannelName channel, List<String> subjects);
}
