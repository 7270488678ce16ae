package io.secplat.workers.notify.slack;

import io.secplat.contracts.event.Notification;
import io.secplat.contracts.model.Severity;
import io.secplat.workers.notify.channel.Delivery;
import io.secplat.workers.notify.channel.Parcel;
import io.secplat.workers.notify.letter.Notice;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Parcels for tests, each with a key of its own. */
final class SlackParcels {

    private SlackParcels() {}

    static Parcel down(String... assets) {
        return parcel(told("asset.down", assets[0] + " is down", "HTTP 503.", List.of(assets), null, null), null);
    }

    static Parcel recovered(@Nullable JsonObject answers, String... assets) {
        return parcel(told("asset.recovered", assets[0] + " is up", "", List.of(assets), null, null), answers);
    }

    static Parcel incident(int id, @Nullable String link) {
        return parcel(told("incident.created", "Card data <leaked>", "Look & see.", List.of("shop"), id, link), null);
    }

    static Notice told(
            String kind,
            String title,
            String body,
            List<String> assets,
            @Nullable Integer incident,
            @Nullable String link) {
        return new Notice.Told(
                new Notification(kind, "k", title, body, Severity.HIGH, assets, incident, link, List.of(), null));
    }

    static Parcel parcel(Notice notice, @Nullable JsonObject answers) {
        return new Parcel(notice, UUID.randomUUID(), Optional.ofNullable(answers));
    }

    static JsonObject reference(Delivery delivery) {
        JsonObject reference = ((Delivery.Delivered) delivery).reference();
        if (reference == null) {
            throw new AssertionError("delivered without a reference");
        }
        return reference;
    }
}
