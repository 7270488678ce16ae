package io.secplat.workers.notify.twilio;

import org.jspecify.annotations.Nullable;

/** Twilio is well and does not want this message, or not now. */
public class TwilioRefusalException extends TwilioAnswerException {

    private static final long serialVersionUID = 1L;

    TwilioRefusalException(int status, int code, @Nullable String retryAfter) {
        super(status, code, retryAfter);
    }
}
