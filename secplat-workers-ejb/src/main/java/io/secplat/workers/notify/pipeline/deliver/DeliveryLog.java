package io.secplat.workers.notify.pipeline.deliver;

import io.secplat.contracts.json.Json;
import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.pipeline.Acceptance;
import io.secplat.workers.notify.pipeline.GroupText;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Remembers for seven days what was tried and what was accepted, so that nobody is told the same thing twice, whatever ends
 * the notifier. Every method throws CourierUnavailableException when the memory is away.
 */
public interface DeliveryLog {

    /** In the place of a reference: what the subject is about was kept from the channel. */
    JsonObject MUTED = Json.createObjectBuilder().add("muted", true).build();

    /**
     * An attempt whose end is not known yet.
     *
     * @param key what the channel was given to recognise it by
     * @param letters how many dedupe keys it stands for
     * @param answers the channel's reference of the message that it followed
     * @param group what it said, when it stood for several letters
     */
    record Attempt(UUID key, int letters, Instant at, Optional<JsonObject> answers, Optional<GroupText> group) {}

    /** What is known of a key: that it was accepted, or that an attempt began whose end is not known, or neither. */
    record Entry(Optional<Acceptance> acceptance, Optional<Attempt> attempt) {}

    Entry entry(String dedupeKey, ChannelName channel);

    /** An attempt for these keys begins. False, and nothing noted, for a notifier that is no longer the one that tells. */
    boolean begin(Collection<String> dedupeKeys, ChannelName channel, Attempt attempt);

    /**
     * That attempt for these keys ended without acceptance. False, and nothing changed, where it is not the one that is open: somebody else
     * went on meanwhile.
     */
    boolean refused(Collection<String> dedupeKeys, ChannelName channel, Attempt attempt);

    /** These were accepted, all or none; their attempt is over. */
    void remember(Map<String, Acceptance> byDedupeKey, ChannelName channel);

    /** These subjects are told of by that message of the channel, which later ones may answer, whatever told of them before. */
    void begun(ChannelName channel, List<String> subjects, JsonObject reference);

    /** As {@link #begun} for those of them of which no message tells; one that was {@link #MUTED} tells of nothing. */
    void joined(ChannelName channel, List<String> subjects, JsonObject reference);

    /** No message tells of these any more. */
    void ended(ChannelName channel, List<String> subjects);

    /** The messages that tell of these subjects, as far as there are some. */
    List<JsonObject> threads(ChannelName channel, List<String> subjects);
}
