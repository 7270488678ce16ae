package io.secplat.workers.notify;

import io.secplat.stream.RetryPolicy;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Hands the notice to its channel, and decides whether a failure is the last one. The end of each pipeline. */
record Deliver(RetryPolicy retry, Clock clock) implements Stage {

    @Override
    public Fate run(Dispatch dispatch, Next rest) throws InterruptedException {
        Parcel parcel = parcel(dispatch);
        Delivery delivery = dispatch.channel().deliver(parcel);
        if (delivery instanceof Delivery.Delivered delivered) {
            return accepted(dispatch.letter(), delivered.reference());
        }
        if (delivery instanceof Delivery.TryAgain again) {
            return again(dispatch.letter(), again.after());
        }
        if (delivery instanceof Delivery.Spared spared) {
            return again(dispatch.letter(), Optional.of(spared.atLeast()));
        }
        if (delivery instanceof Delivery.Uncertain) {
            return uncertain(dispatch, parcel);
        }
        return new Fate.Failed(NotifyReasons.REJECTED, false);
    }

    private static Parcel parcel(Dispatch dispatch) {
        String name = dispatch.channel().name().wire() + ":" + dispatch.letter().dedupeKey();
        UUID key = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return new Parcel(dispatch.letter().notice(), key, Optional.empty());
    }

    private Fate uncertain(Dispatch dispatch, Parcel parcel) throws InterruptedException {
        Lookup lookup = dispatch.channel().find(parcel);
        if (lookup instanceof Lookup.Found found) {
            return accepted(dispatch.letter(), found.reference());
        }
        Optional<Duration> after = lookup instanceof Lookup.Later later ? later.after() : Optional.empty();
        return again(dispatch.letter(), after);
    }

    private Fate accepted(Letter letter, @Nullable JsonObject reference) {
        return new Fate.Accepted(new Acceptance(
                letter.eventId(), letter.attempts() + 1, clock.instant().truncatedTo(ChronoUnit.MICROS), reference));
    }

    private Fate again(Letter letter, Optional<Duration> after) {
        return retry.spent(letter.attempts())
                ? new Fate.Failed(NotifyReasons.DELIVERY_FAILED, true)
                : new Fate.Delayed(after);
    }
}
