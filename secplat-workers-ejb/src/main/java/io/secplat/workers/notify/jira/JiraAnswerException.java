package io.secplat.workers.notify.jira;

import io.secplat.stream.RetryAfter;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Jira answered, but not with success. Holds the HTTP status and what tells when to come again, not Jira's words. */
public abstract class JiraAnswerException extends IOException {

    private static final long serialVersionUID = 1L;
    private static final Set<Integer> TOO_EARLY = Set.of(408, 425, 429, 500, 503);

    private final int status;
    private final @Nullable String retryAfter;
    private final @Nullable String reset;

    JiraAnswerException(int status, @Nullable String retryAfter, @Nullable String reset) {
        super("Jira answered " + status);
        this.status = status;
        this.retryAfter = retryAfter;
        this.reset = reset;
    }

    /** The kind of exception that an answer is: trouble of Jira's own, or a refusal by a Jira that is well. */
    static JiraAnswerException of(int status, @Nullable String retryAfter, @Nullable String reset) {
        return status >= 500 || status == 408
                ? new JiraTroubleException(status, retryAfter, reset)
                : new JiraRefusalException(status, retryAfter, reset);
    }

    /** It was surely not done, and may be later. */
    boolean passing() {
        return TOO_EARLY.contains(status);
    }

    /** Something between us and Jira gave up waiting for it, so that nobody knows. */
    boolean uncertain() {
        return status > 500 && !passing();
    }

    /** {@code Retry-After}, or else the time until {@code X-RateLimit-Reset} (ISO-8601, often without seconds). */
    Optional<Duration> after(Instant now) {
        Optional<Duration> wish = RetryAfter.parse(retryAfter, now);
        return wish.isPresent() ? wish : JiraQuota.reset(reset).map(end -> wait(now, end));
    }

    private static Duration wait(Instant now, Instant end) {
        return end.isBefore(now) ? Duration.ZERO : Duration.between(now, end);
    }
}
