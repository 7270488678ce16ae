package io.secplat.workers.notify.twilio;

import io.secplat.workers.notify.channel.Channel;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** The channels that an installation has through Twilio. */
public final class TwilioChannels {

    private TwilioChannels() {}

    /** WhatsApp, SMS, both or none; an IllegalArgumentException tells which setting is missing or wrong. */
    public static List<Channel> of(Config config, GuardedTwilioCall call, Clock clock) {
        return TwilioSettings.of(config)
                .map(settings -> of(settings, call, clock))
                .orElse(List.of());
    }

    static List<Channel> of(TwilioSettings settings, GuardedTwilioCall call, Clock clock) {
        TwilioAccount account = new TwilioAccount(settings);
        return settings.routes().stream()
                .<Channel>map(route -> new TwilioChannel(route, account, settings, call, clock))
                .toList();
    }
}
