package io.secplat.workers.notify.twilio;

import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Twilio answered, but not with success. Holds the HTTP status, Twilio's own code (0 when it named none) and the
 * {@code Retry-After} header; not its words, since they repeat numbers.
 */
public abstract class TwilioAnswerException extends IOException {

    private static final long serialVersionUID = 1L;
    private static final Set<Integer> TOO_FAST = Set.of(20_429, 63_018);
    private static final Set<Integer> TOO_EARLY = Set.of(408, 425, 429, 500, 503);

    private final int status;
    private final int code;
    private final @Nullable String retryAfter;

    TwilioAnswerException(int status, int code, @Nullable String retryAfter) {
        super("Twilio answered " + status + ", code " + code);
        this.status = status;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    /** The kind of exception that an answer is: trouble of Twilio's own, or a refusal by a Twilio that is well. */
    static TwilioAnswerException of(int status, int code, @Nullable String retryAfter) {
        return status >= 500 || status == 408
                ? new TwilioTroubleException(status, code, retryAfter)
                : new TwilioRefusalException(status, code, retryAfter);
    }

    /** It was surely not accepted, and may be later. */
    boolean passing() {
        return TOO_EARLY.contains(status) || TOO_FAST.contains(code);
    }

    /** Something between us and Twilio gave up waiting for it, so that nobody knows. */
    boolean uncertain() {
        return status > 500 && !passing();
    }

    @Nullable String retryAfter() {
        return retryAfter;
    }
}
