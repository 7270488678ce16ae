package io.secplat.workers.notify.slack;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * Calls Slack under MicroProfile Fault Tolerance. Each method has its own policies, so that trouble with reading does not stop
 * posting:
 *
 * <ul>
 *   <li>short retries only while no connection comes about, since anything later may have been seen; everything else is left to
 *       the delayed retries of the stream;
 *   <li>a breaker that opens for five seconds when half of the last ten calls met trouble: no connection, no answer in time, or an
 *       answer that says so. An answer that asks to wait (429) or refuses the message is no trouble;
 *   <li>twelve seconds, should the client's own limit fail to end a call.
 * </ul>
 *
 * Each number can be set by configuration: {@code io.secplat.workers.notify.slack.GuardedSlackCall/send/Retry/maxRetries}, and
 * so on with the method's name, the annotation's and the member's.
 */
@ApplicationScoped
public class GuardedSlackCall {

    private static final int RETRIES = 2;
    private static final long DELAY_MILLIS = 300;
    private static final long JITTER_MILLIS = 150;
    private static final long LONGEST_MILLIS = 12_000;
    private static final int LOOKED_AT = 10;
    private static final double TROUBLED = 0.5;
    private static final long REST_MILLIS = 5_000;

    /** Posts to a webhook; a SlackTroubleException holds the answer that tells of trouble. */
    @Retry(
            maxRetries = RETRIES,
            delay = DELAY_MILLIS,
            jitter = JITTER_MILLIS,
            retryOn = SlackUnreachableException.class)
    @CircuitBreaker(
            requestVolumeThreshold = LOOKED_AT,
            failureRatio = TROUBLED,
            delay = REST_MILLIS,
            failOn = {IOException.class, TimeoutException.class})
    @Timeout(LONGEST_MILLIS)
    public SlackAnswer post(SlackWebhook webhook, JsonObject message) throws IOException {
        SlackAnswer answer = webhook.post(message);
        if (answer.status() >= 500) {
            throw new SlackTroubleException(new SlackReply(answer, JsonValue.EMPTY_JSON_OBJECT));
        }
        return answer;
    }

    /** Posts a message of the bot; a SlackTroubleException holds the answer that tells of trouble. */
    @Retry(
            maxRetries = RETRIES,
            delay = DELAY_MILLIS,
            jitter = JITTER_MILLIS,
            retryOn = SlackUnreachableException.class)
    @CircuitBreaker(
            requestVolumeThreshold = LOOKED_AT,
            failureRatio = TROUBLED,
            delay = REST_MILLIS,
            failOn = {IOException.class, TimeoutException.class})
    @Timeout(LONGEST_MILLIS)
    public SlackReply send(SlackApi api, SlackCall message) throws IOException {
        return untroubled(api.ask(message));
    }

    /** Changes a message of the bot; as {@link #send}. */
    @Retry(
            maxRetries = RETRIES,
            delay = DELAY_MILLIS,
            jitter = JITTER_MILLIS,
            retryOn = SlackUnreachableException.class)
    @CircuitBreaker(
            requestVolumeThreshold = LOOKED_AT,
            failureRatio = TROUBLED,
            delay = REST_MILLIS,
            failOn = {IOException.class, TimeoutException.class})
    @Timeout(LONGEST_MILLIS)
    public SlackReply edit(SlackApi api, SlackCall change) throws IOException {
        return untroubled(api.ask(change));
    }

    /** Asks what is there; as {@link #send}. */
    @Retry(
            maxRetries = RETRIES,
            delay = DELAY_MILLIS,
            jitter = JITTER_MILLIS,
            retryOn = SlackUnreachableException.class)
    @CircuitBreaker(
            requestVolumeThreshold = LOOKED_AT,
            failureRatio = TROUBLED,
            delay = REST_MILLIS,
            failOn = {IOException.class, TimeoutException.class})
    @Timeout(LONGEST_MILLIS)
    public SlackReply read(SlackApi api, SlackCall question) throws IOException {
        return untroubled(api.ask(question));
    }

    private static SlackReply untroubled(SlackReply reply) throws SlackTroubleException {
        if (SlackErrors.trouble(reply)) {
            throw new SlackTroubleException(reply);
        }
        return reply;
    }
}
