package io.secplat.workers.notify.twilio;

import java.io.IOException;

/** No connection came about, so Twilio cannot have seen the message. Says nothing of the address. */
public class TwilioUnreachableException extends IOException {

    private static final long serialVersionUID = 1L;

    TwilioUnreachableException() {
        super("Twilio cannot be reached");
    }
}
