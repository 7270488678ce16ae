package io.secplat.workers.notify.twilio;

import java.io.IOException;

/** The answer was lost, late or unreadable, so Twilio may have accepted the message. Says nothing of the call. */
public class TwilioLostException extends IOException {

    private static final long serialVersionUID = 1L;

    TwilioLostException() {
        super("Twilio's answer was not seen");
    }
}
