package io.secplat.workers.notify.slack;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;

/**
 * Calls Slack under MicroProfile Fault Tolerance: short retries only while no connection comes about, since anything later
 * may have been seen; everything else is left to the delayed retries of the stream. Each value can be set by configuration,
 * for example {@code io.secplat.workers.notify.slack.GuardedSlackCall/post/Retry/maxRetries}.
 */
@ApplicationScoped
public class GuardedSlackCall {

    @Retry(
            maxRetries = 2,
            delay = 300,
            jitter = 150,
            delayUnit = ChronoUnit.MILLIS,
            jitterDelayUnit = ChronoUnit.MILLIS,
            retryOn = SlackUnreachableException.class)
    @Timeout(value = 12, unit = ChronoUnit.SECONDS)
    public SlackAnswer post(SlackWebhook webhook, JsonObject message) throws IOException {
        return webhook.post(message);
    }
}
