package io.secplat.api.inbound.slack;

import com.slack.api.app_backend.SlackSignature.Generator;
import com.slack.api.app_backend.SlackSignature.Verifier;
import io.secplat.api.inbound.SlackSignature;
import java.time.Clock;

/** The check of Slack's SDK, which looks for calls that are too old only; a time that is no number, or far ahead, is bad too. */
public final class SdkSlackSignature implements SlackSignature {

    private static final long MOST_SECONDS_AHEAD = 300;

    private final Verifier verifier;
    private final Clock clock;

    /** @param secret the signing secret of the Slack app */
    public SdkSlackSignature(String secret, Clock clock) {
        this.verifier = new Verifier(new Generator(secret));
        this.clock = clock;
    }

    @Override
    public boolean isGood(String timestamp, String signature, String body) {
        long now = clock.millis();
        return timestamp.matches("[0-9]{1,12}")
                && Long.parseLong(timestamp) <= now / 1_000 + MOST_SECONDS_AHEAD
                && verifier.isValid(timestamp, body, signature, now);
    }
}
