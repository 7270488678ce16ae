package io.secplat.api.inbound.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.api.inbound.TwilioSignature;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class SdkTwilioSignatureTest {

    private static final String TOKEN = "12345";
    private static final String URL = "https://secplat.example.org/api/integrations/whatsapp/incoming";
    private static final Map<String, String> FORM =
            Map.of("From", "whatsapp:+4915100004711", "Body", "ack billing-web", "MessageSid", "SM1");

    private final TwilioSignature signature = new SdkTwilioSignature(TOKEN);

    @Test
    void what_twilio_signed_is_good() {
        assertThat(signature.isGood(URL, FORM, signed(URL, FORM))).isTrue();
        assertThat(signature.isGood(URL + "?a=1", FORM, signed(URL + "?a=1", FORM)))
                .isTrue();
    }

    @Test
    void another_url_form_or_token_is_not_good() {
        String good = signed(URL, FORM);

        assertThat(signature.isGood("http://10.0.0.7:9080/api/integrations/whatsapp/incoming", FORM, good))
                .isFalse();
        assertThat(signature.isGood(URL, Map.of("Body", "ack other"), good)).isFalse();
        assertThat(new SdkTwilioSignature("other").isGood(URL, FORM, good)).isFalse();
        assertThat(signature.isGood(URL, FORM, "")).isFalse();
    }

    /** Base64 of the HMAC-SHA1 over URL and sorted names and values, as the contract has it. */
    private static String signed(String url, Map<String, String> form) {
        StringBuilder text = new StringBuilder(url);
        new TreeMap<>(form).forEach((name, value) -> text.append(name).append(value));
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
