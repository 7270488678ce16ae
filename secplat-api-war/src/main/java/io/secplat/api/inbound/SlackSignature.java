package io.secplat.api.inbound;

/** Tells whether a call was signed by Slack, within the last 300 s. */
@FunctionalInterface
public interface SlackSignature {

    /** Of the headers {@code X-Slack-Request-Timestamp} and {@code X-Slack-Signature}, and the body as it came. */
    boolean isGood(String timestamp, String signature, String body);
}
