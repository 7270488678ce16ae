package io.secplat.workers.api;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The API does not answer, or asks to come again later. Its text is a reason code without hosts or tokens. */
public class ApiUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable Duration retryAfter;

    private ApiUnavailableException(
            String reason, int status, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(reason, cause);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    /** It could not be reached, or did not answer in time. */
    public static ApiUnavailableException unreachable(Throwable cause) {
        return new ApiUnavailableException("api_unreachable", 0, null, cause);
    }

    /** It answered 408, 425, 429 or 5xx. */
    public static ApiUnavailableException busy(int status, Optional<Duration> retryAfter) {
        return new ApiUnavailableException("api_status_" + status, status, retryAfter.orElse(null), null);
    }

    /** Something answered that does not speak as the API does. */
    public static ApiUnavailableException unreadable(int status) {
        return new ApiUnavailableException("api_answer_unreadable", status, null, null);
    }

    /** It refused a call in a way that is a matter of settings and not of the call, such as 403. */
    public static ApiUnavailableException unexpected(int status) {
        return new ApiUnavailableException("api_status_" + status, status, null, null);
    }

    /** The service user may not sign in, or API_URL or its name or password is not set. */
    public static ApiUnavailableException notSignedIn(String reason) {
        return new ApiUnavailableException(reason, 0, null, null);
    }

    /** The status of the answer; empty when there was none. */
    public OptionalInt status() {
        return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
    }

    /** How long the API asks to wait at least. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
