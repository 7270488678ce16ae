package io.secplat.api.notifications.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.api.notifications.DeliveryHandler;
import io.secplat.api.outbox.OutboxEntry;
import io.secplat.api.outbox.OutboxSignal;
import io.secplat.api.outbox.postgres.OutboxTable;
import io.secplat.api.outbox.postgres.PostgresOutbox;
import io.secplat.api.postgres.Database;
import io.secplat.api.postgres.Rows;
import io.secplat.api.postgres.TestDatabase;
import io.secplat.contracts.event.DeliveryRecorded;
import io.secplat.contracts.event.DownAssetsNotification;
import io.secplat.contracts.event.Envelope;
import io.secplat.contracts.event.EnvelopeCodec;
import io.secplat.contracts.event.Notification;
import io.secplat.contracts.event.NotificationDivided;
import io.secplat.contracts.event.SecPlatEvent;
import io.secplat.contracts.model.Severity;
import io.secplat.stream.Message;
import io.secplat.stream.Outcome;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** After a loss a message is sent again to whoever has no record of it, and to nobody else. */
class UndeliveredTest {

    private static final Instant T0 = Instant.parse("2026-05-04T07:21:03.118Z");

    private final Database database = TestDatabase.fresh();
    private final Rows rows = new Rows(database);
    private final OutboxTable outbox = new OutboxTable(new OutboxSignal());
    private final PostgresDivisions divisions = new PostgresDivisions(database);
    private final DeliveryHandler handler = new DeliveryHandler(new PostgresDeliveries(database), divisions);
    private final Undelivered undelivered = new Undelivered(database, outbox);
    private final UUID message = UUID.randomUUID();

    @Test
    void a_divided_message_is_sent_again_to_the_channels_without_a_record() {
        published(message, notification());
        divided(message, "slack", "whatsapp", "sms");
        recorded(message, "slack", true);

        assertThat(undelivered.republish()).isEqualTo(1);

        assertThat(waiting()).containsExactly(message);
        JsonObject again = payload();
        assertThat(channels(again)).containsExactly("sms", "whatsapp");
        assertThat(again).containsKey("dedupe_key").doesNotContainKey("jira");
        JsonObject before = notification().payload();
        assertThat(Json.createObjectBuilder(again).remove("channels").build())
                .isEqualTo(Json.createObjectBuilder(before).remove("jira").build());
    }

    @Test
    void an_issue_is_asked_for_again_where_it_is_missing() {
        published(message, notification());
        divided(message, "slack", "jira");
        recorded(message, "slack", false);

        assertThat(undelivered.republish()).isEqualTo(1);

        assertThat(channels(payload())).containsExactly("jira");
        assertThat(payload().getJsonObject("jira").getString("project_key")).isEqualTo("SEC");
    }

    @Test
    void a_divided_message_of_which_nothing_is_recorded_goes_to_the_same_channels() {
        published(message, new DownAssetsNotification(List.of("a")));
        divided(message, "slack", "whatsapp");

        assertThat(undelivered.republish()).isEqualTo(1);

        assertThat(channels(payload())).containsExactly("slack", "whatsapp");
        assertThat(payload().getJsonArray("down_assets")).hasSize(1);
    }

    @Test
    void a_divided_message_of_which_all_is_recorded_is_not_sent_again() {
        published(message, notification());
        divided(message, "slack", "whatsapp");
        recorded(message, "slack", true);
        recorded(message, "whatsapp", false);

        assertThat(undelivered.republish()).isZero();
        assertThat(payload()).isEqualTo(notification().payload());
    }

    @Test
    void a_message_that_was_never_divided_is_sent_again_as_it_was_or_not_at_all() {
        UUID told = UUID.randomUUID();
        published(message, notification());
        published(told, notification());
        recorded(told, "slack", true);

        assertThat(undelivered.republish()).isEqualTo(1);

        assertThat(waiting()).containsExactly(message);
        assertThat(payload()).isEqualTo(notification().payload());
    }

    @Test
    void what_waits_for_its_publication_stays_as_it_is() {
        database.change(handle -> outbox.append(handle, List.of(OutboxEntry.of(notification(), message, "r"))));
        divided(message, "slack", "whatsapp");

        assertThat(undelivered.republish()).isZero();
        assertThat(payload()).isEqualTo(notification().payload());
    }

    @Test
    void a_second_loss_asks_for_what_is_still_missing() {
        published(message, notification());
        divided(message, "slack", "whatsapp", "sms");
        recorded(message, "slack", true);
        assertThat(undelivered.republish()).isEqualTo(1);
        assertThat(undelivered.republish()).isZero();
        assertThat(channels(payload())).containsExactly("sms", "whatsapp");

        rows.run("UPDATE outbox_events SET published_at = now()");
        divided(message, "whatsapp", "sms");
        recorded(message, "sms", true);

        assertThat(undelivered.republish()).isEqualTo(1);
        assertThat(channels(payload())).containsExactly("whatsapp");
    }

    @Test
    void a_division_that_comes_twice_is_stored_once_and_one_without_channels_is_parked() {
        Message division = entry(new NotificationDivided("n-1", List.of("slack", "whatsapp"), T0));
        Message none = new Message(
                "2-0",
                Map.of("event_type", "notify.divided", "notification_event_id", "n-1", "occurred_at", T0.toString()));

        assertThat(handler.handle(List.of(division, none)))
                .containsEntry(division.id(), Outcome.DONE)
                .containsEntry("2-0", new Outcome.Park("invalid_payload"));
        assertThat(handler.handle(List.of(division))).containsValues(Outcome.DONE);
        assertThat(parts()).containsExactly("slack", "whatsapp");
    }

    @Test
    void a_division_is_kept_for_a_day_and_as_long_as_its_message_can_be_sent_again() {
        published(message, notification());
        divided(message, "slack");
        divided(UUID.randomUUID(), "sms");
        rows.run("UPDATE notification_divisions SET recorded_at = now() - interval '25 hours'");
        divided(UUID.randomUUID(), "whatsapp");

        assertThat(divisions.purge(Duration.ofHours(24))).isEqualTo(1);
        assertThat(parts()).containsExactly("slack", "whatsapp");

        rows.run("UPDATE outbox_events SET published_at = now() - interval '25 hours'");
        assertThat(new PostgresOutbox(database).purge(Duration.ofHours(24))).isEqualTo(1);
        assertThat(divisions.purge(Duration.ofHours(24))).isEqualTo(1);
        assertThat(parts()).containsExactly("whatsapp");
    }

    private static Notification notification() {
        return new Notification(
                "incident.jira",
                "k",
                "Outage",
                "",
                Severity.HIGH,
                List.of("shop"),
                7,
                null,
                List.of(),
                Json.createObjectBuilder().add("project_key", "SEC").build());
    }

    private void published(UUID id, SecPlatEvent event) {
        database.change(handle -> outbox.append(handle, List.of(OutboxEntry.of(event, id, "r"))));
        rows.run("UPDATE outbox_events SET published_at = now()");
    }

    private void divided(UUID id, String... channels) {
        handler.handle(List.of(entry(new NotificationDivided(id.toString(), List.of(channels), T0))));
    }

    private void recorded(UUID id, String channel, boolean sent) {
        handler.handle(List.of(entry(new DeliveryRecorded(
                sent, id.toString(), "k", "test", "t", "high", channel, null, List.of(), null, 1, null, null, T0))));
    }

    private static Message entry(SecPlatEvent event) {
        UUID id = UUID.randomUUID();
        return new Message("1-" + id, EnvelopeCodec.encode(Envelope.of(id.toString(), event, T0, "r")));
    }

    private List<UUID> waiting() {
        return rows.ask("SELECT event_id FROM outbox_events WHERE published_at IS NULL", UUID.class);
    }

    private JsonObject payload() {
        return rows.one("SELECT payload FROM outbox_events WHERE event_id = '" + message + "'", JsonObject.class);
    }

    private List<String> parts() {
        return rows.ask("SELECT channel FROM notification_divisions ORDER BY channel", String.class);
    }

    private static List<String> channels(JsonObject payload) {
        return payload.getJsonArray("channels").getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
    }
}
