package io.secplat.workers.notify.twilio;

import io.secplat.runtime.setting.KnownSettings;
import io.secplat.workers.notify.channel.ChannelConfig;
import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.channel.Rate;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/**
 * How Twilio is reached, and who is told by it.
 *
 * @param accountSid TWILIO_ACCOUNT_SID
 * @param authToken TWILIO_AUTH_TOKEN, a secret
 * @param routes WhatsApp (TWILIO_WHATSAPP_FROM, WHATSAPP_ALERT_TO) and SMS (TWILIO_SMS_FROM, SMS_ALERT_TO), one at least
 * @param apiUrl TWILIO_API_URL, Twilio's own unless set
 * @param timeout TWILIO_TIMEOUT_MS, from sending to the last byte of the answer
 * @param rate TWILIO_RATE_PER_SECOND and TWILIO_BURST, for each route
 * @param smsSegments SMS_MAX_SEGMENTS, the longest SMS in segments
 */
public record TwilioSettings(
        String accountSid,
        String authToken,
        List<TwilioRoute> routes,
        URI apiUrl,
        Duration timeout,
        Rate rate,
        int smsSegments) {

    private static final String SID = "TWILIO_ACCOUNT_SID";
    private static final String TOKEN = "TWILIO_AUTH_TOKEN";

    public TwilioSettings {
        routes = List.copyOf(routes);
        if (!accountSid.matches("[A-Za-z0-9]+")) {
            throw new IllegalArgumentException(SID + " must be letters and digits");
        }
    }

    /** Empty when nothing of it is set; an IllegalArgumentException tells which setting is missing or wrong. */
    static Optional<TwilioSettings> of(Config source) {
        ChannelConfig config = new ChannelConfig(source);
        List<TwilioRoute> routes = Stream.of(whatsapp(config), sms(config))
                .flatMap(Optional::stream)
                .toList();
        boolean account = config.together(SID, TOKEN);
        if (routes.isEmpty() && account) {
            throw new IllegalArgumentException("Twilio's account is set, but nobody to tell: give TWILIO_WHATSAPP_FROM"
                    + " and WHATSAPP_ALERT_TO, or TWILIO_SMS_FROM and SMS_ALERT_TO");
        }
        return routes.isEmpty() ? Optional.empty() : Optional.of(of(config, routes));
    }

    private static TwilioSettings of(ChannelConfig config, List<TwilioRoute> routes) {
        return new TwilioSettings(
                config.required(SID),
                config.required(TOKEN),
                routes,
                config.address("TWILIO_API_URL").orElseGet(() -> URI.create(KnownSettings.usual("TWILIO_API_URL"))),
                Duration.ofMillis(config.integer("TWILIO_TIMEOUT_MS", 1, 30_000)),
                new Rate(
                        config.number("TWILIO_RATE_PER_SECOND", 0.001, 1_000),
                        config.integer("TWILIO_BURST", 1, 1_000)),
                config.integer("SMS_MAX_SEGMENTS", 1, 10));
    }

    private static Optional<TwilioRoute> whatsapp(ChannelConfig config) {
        String from = "TWILIO_WHATSAPP_FROM";
        String to = "WHATSAPP_ALERT_TO";
        return config.together(from, to)
                ? Optional.of(new TwilioRoute(
                        ChannelName.WHATSAPP,
                        TwilioAddress.whatsapp(from, config.required(from)),
                        TwilioAddress.whatsapp(to, config.required(to))))
                : Optional.empty();
    }

    private static Optional<TwilioRoute> sms(ChannelConfig config) {
        String from = "TWILIO_SMS_FROM";
        String to = "SMS_ALERT_TO";
        return config.together(from, to)
                ? Optional.of(new TwilioRoute(
                        ChannelName.SMS,
                        TwilioAddress.smsSender(from, config.required(from)),
                        TwilioAddress.smsRecipient(to, config.required(to))))
                : Optional.empty();
    }

    /** Without the account and its token. */
    @Override
    public String toString() {
        return "TwilioSettings" + routes;
    }
}
