package io.secplat.workers.notify.twilio;

import com.twilio.base.Page;
import com.twilio.rest.api.v2010.account.Message;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;

/**
 * Calls Twilio under MicroProfile Fault Tolerance: short retries only while no connection comes about, since anything later
 * may have been seen; a pause when half of the last calls found Twilio in trouble; everything else is left to the delayed
 * retries of the stream. Each value can be set by configuration, for example
 * {@code io.secplat.workers.notify.twilio.GuardedTwilioCall/send/Retry/maxRetries}.
 */
@ApplicationScoped
public class GuardedTwilioCall {

    /** Beyond the longest TWILIO_TIMEOUT_MS, in seconds. */
    private static final long BACKSTOP = 35;

    /** Sends once; the answer is Twilio's name of the message. */
    @Retry(
            maxRetries = 2,
            delay = 300,
            jitter = 150,
            delayUnit = ChronoUnit.MILLIS,
            jitterDelayUnit = ChronoUnit.MILLIS,
            retryOn = TwilioUnreachableException.class)
    @CircuitBreaker(requestVolumeThreshold = 8, delay = 5_000, skipOn = TwilioRefusalException.class)
    @Timeout(value = BACKSTOP, unit = ChronoUnit.SECONDS)
    public String send(TwilioAccount account, TwilioMessage message) throws IOException {
        return account.send(message);
    }

    /** The newest messages of a route. */
    @CircuitBreaker(requestVolumeThreshold = 8, delay = 5_000, skipOn = TwilioRefusalException.class)
    @Timeout(value = BACKSTOP, unit = ChronoUnit.SECONDS)
    public Page<Message> newest(TwilioAccount account, TwilioRoute route) throws IOException {
        return account.newest(route);
    }

    /** The messages before those of a page that has a next one. */
    @CircuitBreaker(requestVolumeThreshold = 8, delay = 5_000, skipOn = TwilioRefusalException.class)
    @Timeout(value = BACKSTOP, unit = ChronoUnit.SECONDS)
    public Page<Message> before(TwilioAccount account, Page<Message> page) throws IOException {
        return account.before(page);
    }
}
