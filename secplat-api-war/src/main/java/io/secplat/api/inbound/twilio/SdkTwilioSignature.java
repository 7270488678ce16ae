package io.secplat.api.inbound.twilio;

import com.twilio.security.RequestValidator;
import io.secplat.api.inbound.TwilioSignature;
import java.util.Map;

/** The check of Twilio's SDK. */
public final class SdkTwilioSignature implements TwilioSignature {

    private final RequestValidator validator;

    /** @param token the auth token of the Twilio account */
    public SdkTwilioSignature(String token) {
        this.validator = new RequestValidator(token);
    }

    @Override
    public boolean isGood(String url, Map<String, String> form, String signature) {
        return validator.validate(url, form, signature);
    }
}
