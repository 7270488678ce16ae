package io.secplat.api.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.contracts.event.DeliveryRecorded;
import io.secplat.contracts.event.DeliveryStatus;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeliveryPageTest {

    @Test
    void a_delivery_shows_the_route_that_chose_the_channel_and_the_message_that_told_it() {
        JsonObject item = item("office", "g-1");

        assertThat(item.getString("route")).isEqualTo("office");
        assertThat(item.getString("group_event_id")).isEqualTo("g-1");
    }

    @Test
    void one_without_a_route_that_was_told_by_itself_shows_nothing_there() {
        JsonObject item = item(null, null);

        assertThat(item).containsEntry("route", JsonValue.NULL).containsEntry("group_event_id", JsonValue.NULL);
    }

    private static JsonObject item(@Nullable String route, @Nullable String group) {
        DeliveryRecorded sent = new DeliveryRecorded(
                DeliveryStatus.SENT,
                "n-1",
                "k",
                "asset.down",
                "x is down",
                "high",
                "slack",
                "slack:#ops",
                List.of("x"),
                null,
                1,
                null,
                null,
                Instant.parse("2026-05-04T07:21:03Z"),
                null,
                route,
                group);
        return new DeliveryPage(List.of(new Deliveries.Recorded(1, sent)), 1, false)
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
    }
}
