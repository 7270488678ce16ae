package io.secplat.api.notifications.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.api.notifications.Deliveries;
import io.secplat.api.notifications.DeliveryHandler;
import io.secplat.api.outbox.OutboxEntry;
import io.secplat.api.outbox.OutboxSignal;
import io.secplat.api.outbox.postgres.OutboxTable;
import io.secplat.api.postgres.Database;
import io.secplat.api.postgres.Rows;
import io.secplat.api.postgres.TestDatabase;
import io.secplat.contracts.event.DeliveryRecorded;
import io.secplat.contracts.event.DeliveryStatus;
import io.secplat.contracts.event.DownAssetsNotification;
import io.secplat.contracts.event.Envelope;
import io.secplat.contracts.event.EnvelopeCodec;
import io.secplat.stream.Message;
import io.secplat.stream.Outcome;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PostgresDeliveriesTest {

    private static final Instant T0 = Instant.parse("2026-05-04T07:21:03.118Z");
    private static final Deliveries.Filter ALL =
            new Deliveries.Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private final Database database = TestDatabase.fresh();
    private final Deliveries deliveries = new PostgresDeliveries(database);
    private final DeliveryHandler handler = new DeliveryHandler(deliveries, new PostgresDivisions(database));

    @Test
    void an_announcement_that_comes_twice_is_recorded_once() {
        Message sent = message(UUID.randomUUID(), delivery("n-1", true, "shop"));
        Message failed = message(UUID.randomUUID(), delivery("n-2", false, "api"));

        assertThat(handler.handle(List.of(sent, failed))).containsValues(Outcome.DONE);
        assertThat(handler.handle(List.of(sent))).containsValues(Outcome.DONE);
        assertThat(deliveries.page(ALL, 10, Optional.empty()))
                .extracting(recorded -> recorded.delivery().notificationEventId())
                .containsExactly("n-2", "n-1");
        assertThat(deliveries.page(
                        new Deliveries.Filter(
                                Optional.of("shop"), Optional.empty(), Optional.of("slack"), Optional.of("sent")),
                        10,
                        Optional.empty()))
                .singleElement()
                .satisfies(recorded -> assertThat(recorded.delivery()).isEqualTo(delivery("n-1", true, "shop")));
    }

    @Test
    void what_is_no_announcement_is_parked() {
        Map<String, Outcome> outcomes = handler.handle(List.of(
                new Message("1-0", Map.of("event_type", "notify.sent")), new Message("2-0", Map.of("foo", "bar"))));

        assertThat(outcomes)
                .containsEntry("1-0", new Outcome.Park("invalid_payload"))
                .containsEntry("2-0", new Outcome.Park("invalid_payload"));
    }

    @Test
    void only_messages_without_a_record_are_sent_again_after_a_loss() {
        OutboxTable outbox = new OutboxTable(new OutboxSignal());
        UUID lost = UUID.randomUUID();
        UUID told = UUID.randomUUID();
        database.change(handle -> outbox.append(
                handle,
                List.of(
                        OutboxEntry.of(new DownAssetsNotification(List.of("a")), lost, "r"),
                        OutboxEntry.of(new DownAssetsNotification(List.of("b")), told, "r"))));
        new Rows(database).run("UPDATE outbox_events SET published_at = now()");
        handler.handle(List.of(message(UUID.randomUUID(), delivery(told.toString(), true, "b"))));

        assertThat(new Undelivered(database, outbox).republish()).isEqualTo(1);
        assertThat(new Rows(database).ask("SELECT event_id FROM outbox_events WHERE published_at IS NULL", UUID.class))
                .containsExactly(lost);
    }

    @Test
    void why_somebody_was_not_told_is_recorded_and_can_be_listed() {
        DeliveryRecorded quiet = suppressed("n-1", "quiet_hours", null);
        DeliveryRecorded grouped = suppressed("n-2", "grouped", "n-9");
        Message sent = message(UUID.randomUUID(), delivery("n-3", true, "shop"));

        assertThat(handler.handle(
                        List.of(message(UUID.randomUUID(), quiet), message(UUID.randomUUID(), grouped), sent)))
                .containsValues(Outcome.DONE);

        assertThat(deliveries.page(
                        new Deliveries.Filter(
                                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("suppressed")),
                        10,
                        Optional.empty()))
                .extracting(Deliveries.Recorded::delivery)
                .containsExactly(grouped, quiet);
    }

    @Test
    void what_was_suppressed_is_not_sent_again_after_a_loss() {
        OutboxTable outbox = new OutboxTable(new OutboxSignal());
        UUID quiet = UUID.randomUUID();
        database.change(handle ->
                outbox.append(handle, List.of(OutboxEntry.of(new DownAssetsNotification(List.of("a")), quiet, "r"))));
        new Rows(database).run("UPDATE outbox_events SET published_at = now()");
        handler.handle(List.of(message(UUID.randomUUID(), suppressed(quiet.toString(), "muted", null))));

        assertThat(new Undelivered(database, outbox).republish()).isZero();
    }

    @Test
    void a_type_that_a_later_version_brings_is_parked_for_it() {
        assertThat(handler.handle(List.of(new Message("1-0", Map.of("event_type", "notify.postponed")))))
                .containsEntry("1-0", new Outcome.Park("invalid_payload"));
    }

    @Test
    void a_jira_issue_is_shown_at_its_incident() {
        Rows rows = new Rows(database);
        rows.run("INSERT INTO incidents (id, title) VALUES (7, 'Outage')");
        JsonObject reference = Json.createObjectBuilder()
                .add("issue_key", "SEC-12")
                .add("url", "https://jira.example.org/browse/SEC-12")
                .build();
        DeliveryRecorded issue = new DeliveryRecorded(
                true,
                "n-1",
                "k",
                "incident.jira",
                "Outage",
                "high",
                "jira",
                null,
                List.of(),
                7,
                1,
                null,
                reference,
                T0);
        handler.handle(List.of(message(UUID.randomUUID(), issue)));

        assertThat(rows.one("SELECT metadata ->> 'jira_issue_key' FROM incidents", String.class))
                .isEqualTo("SEC-12");
        assertThat(rows.one("SELECT metadata ->> 'jira_issue_url' FROM incidents", String.class))
                .isEqualTo("https://jira.example.org/browse/SEC-12");
    }

    private static DeliveryRecorded suppressed(String notification, String reason, @Nullable String group) {
        return new DeliveryRecorded(
                DeliveryStatus.SUPPRESSED,
                notification,
                "asset.down:x",
                "asset.down",
                "x is down",
                "high",
                "slack",
                "slack:#ops",
                List.of("x"),
                null,
                0,
                null,
                null,
                T0,
                reason,
                "ops",
                group);
    }

    private static Message message(UUID eventId, DeliveryRecorded delivery) {
        return new Message("1-" + eventId, EnvelopeCodec.encode(Envelope.of(eventId.toString(), delivery, T0, "r")));
    }

    private static DeliveryRecorded delivery(String notification, boolean sent, String asset) {
        return new DeliveryRecorded(
                sent,
                notification,
                "asset.down:x",
                "asset.down",
                "x is down",
                "high",
                "slack",
                "slack:#ops",
                List.of(asset),
                null,
                1,
                null,
                null,
                T0);
    }
}
