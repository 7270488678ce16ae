package io.secplat.workers.notify;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a channel made of a notice, and so what to do next. */
public sealed interface Delivery {

    /** Accepted; the reference is what the channel calls it, such as a Jira issue, or null. */
    record Delivered(@Nullable JsonObject reference) implements Delivery {}

    /** It may go well later, not before that delay if the channel named one. */
    record TryAgain(Optional<Duration> after) implements Delivery {}

    /** The channel refused it and will do so again. */
    record GiveUp() implements Delivery {}
}
