package io.secplat.workers.notify.jira;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;

/**
 * Calls Jira under MicroProfile Fault Tolerance: short retries only while no connection comes about, since anything later
 * may have been done; a pause when half of the last calls found Jira in trouble; everything else is left to the delayed
 * retries of the stream. Each value can be set by configuration, for example
 * {@code io.secplat.workers.notify.jira.GuardedJiraCall/make/Retry/maxRetries}.
 */
@ApplicationScoped
public class GuardedJiraCall {

    /** One HTTP call. */
    @FunctionalInterface
    public interface Call<T> {
        T make() throws IOException;
    }

    @Retry(
            maxRetries = 2,
            delay = 300,
            jitter = 150,
            delayUnit = ChronoUnit.MILLIS,
            jitterDelayUnit = ChronoUnit.MILLIS,
            retryOn = JiraUnreachableException.class)
    @CircuitBreaker(requestVolumeThreshold = 8, delay = 5_000, skipOn = JiraRefusalException.class)
    @Timeout(value = 35, unit = ChronoUnit.SECONDS)
    public <T> T make(Call<T> call) throws IOException {
        return call.make();
    }
}
