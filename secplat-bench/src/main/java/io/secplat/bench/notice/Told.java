package io.secplat.bench.notice;

import io.secplat.contracts.event.Envelope;
import io.secplat.contracts.event.Notification;
import io.secplat.contracts.event.StreamName;
import io.secplat.contracts.model.Severity;
import io.secplat.stream.EventPublisher.Outgoing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * A message that is published, recognised by its number.
 *
 * @param asset empty for one that is about none
 */
record Told(int number, String kind, String asset) {

    private static final String DOWN = "asset.down";

    /** One in eight is about no asset. */
    private static final int APART = 8;

    /** Half of the others are about one in so many assets, so that several of one asset are under way together. */
    private static final int BUSY = 20;

    /** Messages from number 1 on: each asset is down, then up again, and so on. */
    static List<Told> sequence(int messages, int assets, Random random) {
        Map<String, Integer> changes = new HashMap<>();
        List<Told> all = new ArrayList<>();
        for (int number = 1; number <= messages; number++) {
            if (number % APART == 0) {
                all.add(new Told(number, "test", ""));
            } else {
                String asset = name(random.nextInt(random.nextBoolean() ? assets : Math.max(1, assets / BUSY)));
                int change = changes.merge(asset, 1, Integer::sum);
                all.add(new Told(number, change % 2 == 1 ? DOWN : "asset.recovered", asset));
            }
        }
        return all;
    }

    /** An outage of an asset of its own. */
    static Told outage(int number) {
        return new Told(number, DOWN, name(number));
    }

    private static String name(int asset) {
        return String.format(Locale.ROOT, "asset-%06d", asset);
    }

    String eventId() {
        return UUID.nameUUIDFromBytes(("notice " + number).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    Outgoing outgoing(Instant now) {
        Notification notification = new Notification(
                kind,
                kind + ":" + number,
                (asset.isEmpty() ? "A word" : asset) + ", no. " + number,
                "",
                Severity.HIGH,
                asset.isEmpty() ? List.of() : List.of(asset),
                null,
                null,
                List.of(),
                null);
        return new Outgoing(StreamName.NOTIFY, Envelope.of(eventId(), notification, now, "notices"));
    }
}
