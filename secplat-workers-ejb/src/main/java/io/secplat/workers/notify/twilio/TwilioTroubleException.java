package io.secplat.workers.notify.twilio;

import org.jspecify.annotations.Nullable;

/** Twilio is not well; calls to it had better pause. */
public class TwilioTroubleException extends TwilioAnswerException {

    private static final long serialVersionUID = 1L;

    TwilioTroubleException(int status, int code, @Nullable String retryAfter) {
        super(status, code, retryAfter);
    }
}
