package io.secplat.api.inbound;

import java.util.Map;

/** Tells whether a call was signed by Twilio. */
@FunctionalInterface
public interface TwilioSignature {

    /** Of the URL that Twilio called, the form that it sent, and its header {@code X-Twilio-Signature}. */
    boolean isGood(String url, Map<String, String> form, String signature);
}
