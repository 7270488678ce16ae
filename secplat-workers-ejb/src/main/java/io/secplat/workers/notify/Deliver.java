package io.secplat.workers.notify;

import io.secplat.stream.RetryPolicy;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Hands the notice to its channel, and decides whether a failure is the last one. The end of each pipeline. */
record Deliver(RetryPolicy retry, Clock clock) implements Stage {

    @Override
    public Fate run(Dispatch dispatch, Next rest) throws InterruptedException {
        Letter letter = dispatch.letter();
        Delivery delivery = dispatch.channel().deliver(letter.notice());
        if (delivery instanceof Delivery.Delivered delivered) {
            return new Fate.Accepted(new Acceptance(
                    letter.eventId(),
                    letter.attempts() + 1,
                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                    delivered.reference()));
        }
        if (delivery instanceof Delivery.TryAgain again) {
            return retry.spent(letter.attempts())
                    ? new Fate.Failed(NotifyReasons.DELIVERY_FAILED, true)
                    : new Fate.Delayed(again.after());
        }
        return new Fate.Failed(NotifyReasons.REJECTED, false);
    }
}
