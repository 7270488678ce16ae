package io.secplat.api.inbound.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.api.inbound.SlackSignature;
import io.secplat.runtime.MovingClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SdkSlackSignatureTest {

    /** The example of Slack's documentation. */
    private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

    private static final String TIMESTAMP = "1531420618";
    private static final String BODY =
            "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
                    + "&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
                    + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
                    + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
    private static final String SIGNATURE = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";

    private final MovingClock clock = new MovingClock(Instant.ofEpochSecond(1_531_420_620));
    private final SlackSignature signature = new SdkSlackSignature(SECRET, clock);

    @Test
    void what_slack_signed_is_good_for_five_minutes() {
        assertThat(signature.isGood(TIMESTAMP, SIGNATURE, BODY)).isTrue();
        clock.advance(Duration.ofSeconds(290));
        assertThat(signature.isGood(TIMESTAMP, SIGNATURE, BODY)).isTrue();
        clock.advance(Duration.ofSeconds(20));
        assertThat(signature.isGood(TIMESTAMP, SIGNATURE, BODY)).isFalse();
    }

    @Test
    void a_time_far_ahead_is_not_good() {
        SlackSignature early = new SdkSlackSignature(SECRET, new MovingClock(Instant.ofEpochSecond(1_531_420_000)));

        assertThat(early.isGood(TIMESTAMP, SIGNATURE, BODY)).isFalse();
    }

    @Test
    void a_changed_body_or_another_secret_is_not_good() {
        assertThat(signature.isGood(TIMESTAMP, SIGNATURE, BODY + "&x=1")).isFalse();
        assertThat(new SdkSlackSignature("another", clock).isGood(TIMESTAMP, SIGNATURE, BODY))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "99999999999999999999"})
    void a_time_that_is_none_is_not_good(String timestamp) {
        assertThat(signature.isGood(timestamp, SIGNATURE, BODY)).isFalse();
    }

    @Test
    void no_signature_is_not_good() {
        assertThat(signature.isGood(TIMESTAMP, "", BODY)).isFalse();
    }
}
