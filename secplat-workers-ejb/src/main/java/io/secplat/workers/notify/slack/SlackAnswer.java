package io.secplat.workers.notify.slack;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Slack said: an HTTP status, and the {@code Retry-After} header if there was one. */
public record SlackAnswer(int status, @Nullable String retryAfter) {

    private static final Set<Integer> RETRYABLE_CLIENT_ERRORS = Set.of(408, 425, 429);

    boolean accepted() {
        return status / 100 == 2;
    }

    boolean retryable() {
        return status >= 500 || RETRYABLE_CLIENT_ERRORS.contains(status);
    }
}
