package io.secplat.workers.notify.channel;

import io.secplat.workers.notify.letter.Notice;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.UUID;

/**
 * What a channel is asked to bring.
 *
 * @param key the same at each attempt to bring this notice to this recipient, and no other's: a channel that can hands it over, so
 *     that a repeat is recognised or an attempt can be found again
 * @param answers the channel's own reference of the message that this one follows, such as that of the outage for its recovery, or of
 *     the incident's first message
 */
public record Parcel(Notice notice, UUID key, Optional<JsonObject> answers) {}
