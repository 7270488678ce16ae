package io.secplat.workers.notify.channel;

import java.time.Duration;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/** What it means for a delivery that MicroProfile Fault Tolerance did not let a call through, or cut it off. */
public final class Tolerance {

    /** Until a breaker that opened may let a call through again. */
    static final Duration BREAKER_REST = Duration.ofSeconds(5);

    /** Until a place among the calls that run at once may be free. */
    static final Duration BULKHEAD_REST = Duration.ofMillis(250);

    private Tolerance() {}

    /** Spared when no call was made; uncertain when its end was not awaited. */
    public static Delivery delivery(FaultToleranceException outcome) {
        if (outcome instanceof CircuitBreakerOpenException) {
            return new Delivery.Spared(BREAKER_REST);
        }
        return outcome instanceof BulkheadException ? new Delivery.Spared(BULKHEAD_REST) : new Delivery.Uncertain();
    }
}
