package io.secplat.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.client.Answer;
import io.secplat.client.Http;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Slack and Twilio call; what they did not sign is refused. */
@InContainer
class InboundIT {

    private static final String SLACK = "/api/integrations/slack/interactions";
    private static final String WHATSAPP = "/api/integrations/whatsapp/incoming";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Http stranger = new Http(ApiBench.BASE);

    @Test
    void a_click_counts_with_a_good_new_signature_only() {
        String body = click("ack_alert", "[\\\"nobody-knows\\\"]");
        long now = Instant.now().getEpochSecond();

        Answer good = slack(now, slackSignature(now, body), body).expect(200);
        assertThat(good.object().getString("text")).contains("Not acknowledged: nobody-knows (Asset not found)");
        assertThat(slack(now, slackSignature(now, body), body).expect(200).body())
                .isEmpty();
        assertThat(slack(now, "v0=00", body).expect(401).body()).contains("Invalid signature");
        slack(now - 301, slackSignature(now - 301, body), body).expect(401);
        stranger.send("POST", SLACK, FORM, body).expect(401);
    }

    @Test
    void a_jira_issue_of_an_incident_that_is_not_there_is_no_error() {
        String body = click("create_jira", "999999999");
        long now = Instant.now().getEpochSecond();

        assertThat(slack(now, slackSignature(now, body), body).expect(200).body())
                .contains("there is no incident");
    }

    @Test
    void a_reply_counts_with_a_good_signature_only() {
        String body = "Body=" + encoded("ack nobody-knows") + "&From=" + encoded("whatsapp:+4915100004711");
        String signed =
                ApiBench.BASE.resolve(WHATSAPP) + "Body" + "ack nobody-knows" + "From" + "whatsapp:+4915100004711";
        String good = Base64.getEncoder().encodeToString(mac("HmacSHA1", signed));

        assertThat(stranger.send("POST", WHATSAPP, FORM, body, "X-Twilio-Signature", good)
                        .expect(200)
                        .body())
                .isEmpty();
        stranger.send("POST", WHATSAPP, FORM, body, "X-Twilio-Signature", "AAAA")
                .expect(403);
        stranger.send("POST", WHATSAPP, FORM, body).expect(403);
    }

    private Answer slack(long timestamp, String signature, String body) {
        return stranger.send(
                "POST",
                SLACK,
                FORM,
                body,
                "X-Slack-Request-Timestamp",
                Long.toString(timestamp),
                "X-Slack-Signature",
                signature);
    }

    private static String click(String action, String value) {
        return "payload="
                + encoded("{\"type\":\"block_actions\",\"user\":{\"id\":\"U123\"},\"actions\":[{\"action_id\":\""
                        + action + "\",\"value\":\"" + value + "\"}]}");
    }

    private static String slackSignature(long timestamp, String body) {
        return "v0=" + HexFormat.of().formatHex(mac("HmacSHA256", "v0:" + timestamp + ":" + body));
    }

    private static byte[] mac(String algorithm, String text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec("only-for-this-test-run".getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
