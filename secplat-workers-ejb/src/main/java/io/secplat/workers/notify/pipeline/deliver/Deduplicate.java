package io.secplat.workers.notify.pipeline.deliver;

import io.secplat.workers.notify.channel.Lookup;
import io.secplat.workers.notify.pipeline.Dispatch;
import io.secplat.workers.notify.pipeline.Fate;
import io.secplat.workers.notify.pipeline.Stage;
import io.secplat.workers.notify.pipeline.deliver.DeliveryLog.Attempt;
import io.secplat.workers.notify.pipeline.deliver.DeliveryLog.Entry;
import io.secplat.workers.notify.route.Suppression;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Says nothing to a channel that has accepted the same key. Where an attempt ended unseen, the channel is asked whether it
 * accepted; one that cannot tell gets the notice again.
 *
 * @param doubt how long an attempt may still be on its way after it began, were it even from a notifier that is gone
 */
public record Deduplicate(Attempts attempts, Lookups lookups, Duration doubt) implements Stage {

    /** How soon to look again when another notifier went on while the channel was asked. */
    private static final Duration OVERTAKEN = Duration.ofSeconds(1);

    @Override
    public Fate run(Dispatch dispatch, Next rest) throws InterruptedException {
        Entry entry = attempts.entry(dispatch);
        if (entry.acceptance().isPresent()) {
            attempts.makeUp(dispatch, entry.acceptance().get());
            return new Fate.Silent(Suppression.ALREADY_SENT, entry.acceptance());
        }
        Optional<Attempt> open = entry.attempt();
        return open.isPresent() ? resolve(dispatch, open.get(), rest) : rest.run(dispatch);
    }

    private Fate resolve(Dispatch dispatch, Attempt open, Next rest) throws InterruptedException {
        Instant certain = open.at().plus(doubt);
        Instant now = attempts.clock().instant();
        if (now.isBefore(certain)) {
            return new Fate.Waiting(Duration.between(now, certain));
        }
        Lookup lookup = lookups.ask(dispatch.channel(), attempts.parcel(dispatch, open));
        if (lookup instanceof Lookup.Found found) {
            return new Fate.Accepted(attempts.found(dispatch, open, found.reference()));
        }
        if (lookup instanceof Lookup.Later later) {
            return new Fate.Waiting(later.after().orElse(doubt));
        }
        return attempts.refused(dispatch, open) ? rest.run(dispatch) : new Fate.Waiting(OVERTAKEN);
    }
}
