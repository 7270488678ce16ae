package io.secplat.workers.notify.twilio;

import io.secplat.contracts.event.Notification;
import io.secplat.contracts.model.Severity;
import io.secplat.runtime.GivenConfig;
import io.secplat.workers.notify.channel.Channel;
import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.channel.Parcel;
import io.secplat.workers.notify.letter.Notice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

/** A Twilio on loopback and both channels to it, without the container's fault tolerance. */
abstract class TwilioBench {

    static final String LINK = "https://secplat.example.org/assets/billing-web";

    final FakeTwilio twilio = newTwilio();

    private static FakeTwilio newTwilio() {
        try {
            return new FakeTwilio();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void close() {
        twilio.close();
    }

    final Channel whatsapp() {
        return channel(ChannelName.WHATSAPP, Map.of());
    }

    final Channel sms() {
        return channel(ChannelName.SMS, Map.of());
    }

    final Channel channel(ChannelName name, Map<String, String> changes) {
        Map<String, String> settings = new HashMap<>(twilio.settings());
        settings.putAll(changes);
        return TwilioChannels.of(new GivenConfig(settings), new BoundedTwilioCall(), Clock.systemUTC()).stream()
                .filter(channel -> channel.name() == name)
                .findFirst()
                .orElseThrow();
    }

    static Parcel parcel(Notice notice) {
        return new Parcel(notice, UUID.randomUUID(), Optional.empty());
    }

    static Parcel outage(String... assets) {
        return parcel(new Notice.Outage(List.of(assets)));
    }

    static Parcel told(String title, String body, String link) {
        return parcel(new Notice.Told(new Notification(
                "asset.down", "k", title, body, Severity.HIGH, List.of("a"), null, link, List.of(), null)));
    }
}
