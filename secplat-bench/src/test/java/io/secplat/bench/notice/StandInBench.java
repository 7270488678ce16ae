package io.secplat.bench.notice;

import io.secplat.bench.notice.node.NodeChannels;
import io.secplat.contracts.event.Notification;
import io.secplat.contracts.model.Severity;
import io.secplat.workers.notify.channel.Channel;
import io.secplat.workers.notify.channel.Parcel;
import io.secplat.workers.notify.letter.Notice;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A channel of the product in front of a stand-in, and parcels for it. */
final class StandInBench {

    private StandInBench() {}

    static Channel channel(StandIn standIn) {
        Map<String, String> settings = new HashMap<>(standIn.settings());
        settings.put("CHANNELS", standIn.service().wire());
        for (String service : List.of("SLACK", "JIRA", "TWILIO")) {
            settings.put(service + "_TIMEOUT_MS", "20000");
        }
        return new NodeChannels(settings, Clock.systemUTC()).all().get(0);
    }

    static Parcel parcel(int number, String kind) {
        return parcel(number, kind, Optional.empty());
    }

    static Parcel parcel(int number, String kind, Optional<JsonObject> answers) {
        Notification notification = new Notification(
                kind,
                "key-" + number,
                "Incident 3, no. " + number,
                "",
                Severity.HIGH,
                List.of(),
                3,
                null,
                List.of(),
                null);
        UUID key = UUID.nameUUIDFromBytes(Integer.toString(number).getBytes(StandardCharsets.UTF_8));
        return new Parcel(new Notice.Told(notification), key, answers);
    }
}
