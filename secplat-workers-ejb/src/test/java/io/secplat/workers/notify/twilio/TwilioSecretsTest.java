package io.secplat.workers.notify.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.workers.notify.FinestLog;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** No token, no number in full, in nothing that can be seen. */
class TwilioSecretsTest extends TwilioBench {

    private static final List<String> SECRETS = List.of(
            FakeTwilio.TOKEN,
            FakeTwilio.SID,
            FakeTwilio.WHATSAPP_TO.substring(1),
            FakeTwilio.WHATSAPP_FROM.substring(1),
            FakeTwilio.SMS_TO.substring(1),
            FakeTwilio.SMS_FROM.substring(1),
            Base64.getEncoder()
                    .encodeToString((FakeTwilio.SID + ":" + FakeTwilio.TOKEN).getBytes(StandardCharsets.UTF_8)));

    private static void assertSecretFree(String text) {
        assertThat(text).doesNotContain(SECRETS);
    }

    @Test
    void nothing_shows_them_as_text() {
        TwilioSettings settings = TwilioSettings.of(twilio.config()).orElseThrow();
        TwilioRoute route = settings.routes().get(0);
        Stream.of(
                        settings,
                        route,
                        route.to(),
                        new TwilioMessage(route, "text"),
                        new TwilioAccount(settings),
                        whatsapp(),
                        sms().recipient())
                .map(Object::toString)
                .forEach(TwilioSecretsTest::assertSecretFree);
        assertThat(settings.toString()).contains("whatsapp:+49…4711", "+49…5822");
    }

    @Test
    void a_number_that_is_short_shows_still_less() {
        assertThat(TwilioAddress.smsRecipient("SMS_ALERT_TO", "+4912345")).hasToString("+49…");
    }

    @Test
    void no_exception_carries_them_however_twilio_answers() {
        TwilioSettings settings = TwilioSettings.of(twilio.config()).orElseThrow();
        TwilioAccount account = new TwilioAccount(settings);
        TwilioMessage message = new TwilioMessage(settings.routes().get(0), "text");
        twilio.answers(FakeTwilio.Answer.refused(400, 21211, null));
        assertSecretFree(trace(account, message));
        twilio.answers(new FakeTwilio.Answer(201, 0, null, false, true));
        assertSecretFree(trace(account, message));
        twilio.answers(FakeTwilio.Answer.hangsUp(false));
        assertSecretFree(trace(account, message));
        twilio.close();
        assertSecretFree(trace(account, message));
    }

    private static String trace(TwilioAccount account, TwilioMessage message) {
        StringWriter text = new StringWriter();
        try {
            text.append("accepted as " + account.send(message));
        } catch (IOException e) {
            e.printStackTrace(new PrintWriter(text, true));
        }
        assertThat(text.toString()).contains("TwilioAccount.send");
        return text.toString();
    }

    @Test
    void no_log_carries_them_even_at_the_finest_level() throws Exception {
        try (FinestLog log = new FinestLog()) {
            LoggerFactory.getLogger("com.twilio.probe").trace("the library's log is heard");
            Logger.getLogger("probe").finest("the JDK's log is heard");
            var delivered = whatsapp().deliver(outage("a"));
            var found = whatsapp().find(outage("a"));
            twilio.answers(FakeTwilio.Answer.refused(400, 21211, null));
            var refused = sms().deliver(outage("a"));

            assertThat(List.of(delivered, found, refused)).doesNotContainNull();
            assertThat(log.text()).contains("the library's log is heard", "the JDK's log is heard");
            assertSecretFree(log.text());
        }
    }
}
