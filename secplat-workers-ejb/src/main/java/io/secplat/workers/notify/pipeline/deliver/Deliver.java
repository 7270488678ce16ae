package io.secplat.workers.notify.pipeline.deliver;

import io.secplat.stream.RetryPolicy;
import io.secplat.workers.notify.channel.Delivery;
import io.secplat.workers.notify.channel.Lookup;
import io.secplat.workers.notify.channel.Parcel;
import io.secplat.workers.notify.pipeline.Dispatch;
import io.secplat.workers.notify.pipeline.Fate;
import io.secplat.workers.notify.pipeline.NotifyReasons;
import io.secplat.workers.notify.pipeline.Stage;
import io.secplat.workers.notify.pipeline.deliver.DeliveryLog.Attempt;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Hands the notice to its channel, and decides whether a failure is the last one. The end of each pipeline.
 *
 * @param doubt when others look for an attempt whose end nobody saw; one that was slow to begin is not made at all
 */
public record Deliver(Attempts attempts, Lookups lookups, RetryPolicy retry, Duration doubt) implements Stage {

    /** Before a notifier that is no longer the one that tells looks whether it is again. */
    private static final Duration ASIDE = Duration.ofSeconds(1);

    @Override
    public Fate run(Dispatch dispatch, Next rest) throws InterruptedException {
        Parcel parcel = attempts.parcel(dispatch, key(dispatch));
        Instant latest = attempts.clock().instant().plus(doubt.dividedBy(2));
        Optional<Attempt> begun = attempts.begin(dispatch, parcel);
        if (begun.isEmpty() || attempts.clock().instant().isAfter(latest)) {
            return new Fate.Waiting(ASIDE);
        }
        Delivery delivery = dispatch.channel().deliver(parcel);
        if (delivery instanceof Delivery.Delivered delivered) {
            return new Fate.Accepted(attempts.accepted(dispatch, delivered.reference()), delivered.rest());
        }
        if (delivery instanceof Delivery.Uncertain uncertain) {
            return unseen(dispatch, parcel, uncertain.after());
        }
        boolean unused = attempts.refused(dispatch, begun.get());
        return refused(dispatch, delivery);
    }

    /** The same at each attempt for the same letter. */
    private static UUID key(Dispatch dispatch) {
        String name = dispatch.channel().name().wire() + ":" + dispatch.letter().dedupeKey();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** The next try asks first; the last one asks now, or when the time is over that the channel asked for. */
    private Fate unseen(Dispatch dispatch, Parcel parcel, Optional<Duration> after) throws InterruptedException {
        if (!retry.spent(dispatch.letter().attempts())) {
            return again(dispatch, after);
        }
        Lookup lookup = lookups.ask(dispatch.channel(), parcel);
        if (lookup instanceof Lookup.Found found) {
            return accepted(dispatch, found.reference());
        }
        return lookup instanceof Lookup.Later later && later.wish()
                ? new Fate.Waiting(later.after().orElse(doubt))
                : again(dispatch, after);
    }

    private Fate refused(Dispatch dispatch, Delivery delivery) {
        if (delivery instanceof Delivery.TryAgain again) {
            return again(dispatch, again.after());
        }
        return delivery instanceof Delivery.Spared spared
                ? new Fate.Spared(spared.atLeast())
                : new Fate.Failed(NotifyReasons.REJECTED, false, dispatch.group());
    }

    private Fate accepted(Dispatch dispatch, @Nullable JsonObject reference) {
        return new Fate.Accepted(attempts.accepted(dispatch, reference));
    }

    private Fate again(Dispatch dispatch, Optional<Duration> after) {
        return retry.spent(dispatch.letter().attempts())
                ? new Fate.Failed(NotifyReasons.DELIVERY_FAILED, true, dispatch.group(), after)
                : new Fate.Delayed(after);
    }
}
