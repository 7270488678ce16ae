package io.secplat.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.AssetStatus;
import io.secplat.contracts.model.PostureState;
import io.secplat.contracts.model.Severity;
import io.secplat.contracts.trace.TraceContext;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvelopeCodecTest {

    private static final Instant READ_AT = Instant.parse("2026-05-04T08:00:00Z");

    @Test
    void a_scan_request_is_written_as_the_contract_shows_it() {
        Envelope envelope = Envelope.of(
                "3f0a6a58-7c0e-4b0a-9f43-2f5d0f2f9b11",
                new ScanRequested(311, "tls_headers", 19, "mira"),
                Instant.parse("2026-05-04T07:20:11.402310Z"),
                "web-7Qd2");

        assertThat(EnvelopeCodec.encode(envelope)).isEqualTo(Golden.fields("scan.requested"));
    }

    @Test
    void a_changed_posture_is_written_as_the_contract_shows_it() {
        PostureChanged event = new PostureChanged(
                new AssetKey("billing-web"),
                null,
                AssetStatus.DOWN,
                0,
                PostureState.RED,
                Instant.parse("2026-05-04T07:21:00Z"),
                false);
        Envelope envelope = Envelope.of(
                "0b6a1b51-8f7e-4a7f-9c39-1d6f0f2b7a21",
                event,
                Instant.parse("2026-05-04T07:21:00.004Z"),
                "0b6a1b51-8f7e-4a7f-9c39-1d6f0f2b7a22");

        assertThat(EnvelopeCodec.encode(envelope)).isEqualTo(Golden.fields("posture.changed"));
    }

    @Test
    void the_trace_of_an_event_travels_beside_its_payload() {
        String parent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        Envelope envelope = new Envelope("e", "t", READ_AT, "default", "r", JsonValue.EMPTY_JSON_OBJECT)
                .in(TraceContext.parse(parent, "congo=1"));

        Map<String, String> fields = EnvelopeCodec.encode(envelope);

        assertThat(fields).containsEntry("traceparent", parent).containsEntry("tracestate", "congo=1");
        assertThat(EnvelopeCodec.decode("1-0", fields, READ_AT)).isEqualTo(envelope);
    }

    @Test
    void an_event_without_a_trace_has_no_field_for_it_and_a_malformed_one_is_none() {
        Envelope envelope = new Envelope("e", "t", READ_AT, "default", "r", JsonValue.EMPTY_JSON_OBJECT);

        assertThat(EnvelopeCodec.encode(envelope)).doesNotContainKeys("traceparent", "tracestate");
        assertThat(EnvelopeCodec.decode("1-0", Map.of("traceparent", "00-zz", "tracestate", "a=1"), READ_AT)
                        .trace())
                .isEmpty();
    }

    @Test
    void every_kind_of_value_becomes_flat_text() {
        JsonObject payload = Json.createObjectBuilder()
                .add("text", "a \"b\"")
                .add("number", new BigDecimal("1E+3"))
                .add("fraction", 0.25)
                .add("yes", true)
                .addNull("nothing")
                .add("list", Json.createArrayBuilder().add("x").add(1))
                .add("object", Json.createObjectBuilder().add("k", "v"))
                .build();

        Map<String, String> fields = EnvelopeCodec.encode(new Envelope("e", "t", READ_AT, "default", "r", payload));

        assertThat(fields)
                .containsEntry("text", "a \"b\"")
                .containsEntry("number", "1000")
                .containsEntry("fraction", "0.25")
                .containsEntry("yes", "true")
                .containsEntry("nothing", "")
                .containsEntry("list", "[\"x\",1]")
                .containsEntry("object", "{\"k\":\"v\"}");
    }

    @Test
    void a_payload_key_replaces_an_envelope_field_of_the_same_name() {
        JsonObject payload =
                Json.createObjectBuilder().add("event_type", "finding.created").build();

        assertThat(EnvelopeCodec.encode(new Envelope("e", "other", READ_AT, "default", "r", payload)))
                .containsEntry("event_type", "finding.created");
    }

    @Test
    void times_are_written_in_microseconds() {
        Envelope envelope = new Envelope(
                "e",
                "t",
                Instant.parse("2026-05-04T07:20:11.402310999Z"),
                "default",
                "r",
                JsonObject.EMPTY_JSON_OBJECT);

        assertThat(EnvelopeCodec.encode(envelope)).containsEntry("ts", "2026-05-04T07:20:11.402310Z");
    }

    @Test
    void what_was_written_is_read_back() {
        Map<String, String> fields = Golden.fields("notify.requested.notification");

        Envelope envelope = EnvelopeCodec.decode("1-0", fields, READ_AT);

        assertThat(EnvelopeCodec.encode(envelope)).isEqualTo(fields);
    }

    @Test
    void an_old_notification_still_decodes() {
        Notification notification = Notification.from(new EventFields(Golden.fields("notify.requested.notification")));

        assertThat(notification.kind()).isEqualTo("asset.down");
        assertThat(notification.severity()).isEqualTo(Severity.HIGH);
        assertThat(notification.assetKeys()).containsExactly("billing-web");
        assertThat(notification.incidentId()).isNull();
        assertThat(notification.channels()).isEmpty();
    }

    @Test
    void a_message_by_hand_gets_what_it_lacks() {
        Map<String, String> fields = Golden.fields("notify.requested.by-hand");

        Envelope envelope = EnvelopeCodec.decode("1777879211402-0", fields, READ_AT);

        assertThat(envelope.eventId()).isEqualTo("1777879211402-0");
        assertThat(envelope.eventType()).isEmpty();
        assertThat(envelope.ts()).isEqualTo(READ_AT);
        assertThat(envelope.orgId()).isEqualTo("default");
        assertThat(envelope.payload()).isEmpty();
        assertThat(new EventFields(fields).texts("down_assets")).containsExactly("printer-3", "printer-4");
    }

    @Test
    void an_unreadable_time_or_payload_is_no_obstacle() {
        Envelope envelope = EnvelopeCodec.decode("1-0", Map.of("ts", "yesterday", "payload", "{bad"), READ_AT);

        assertThat(envelope.ts()).isEqualTo(READ_AT);
        assertThat(envelope.payload()).isEmpty();
    }

    @Test
    void the_flat_field_comes_before_the_payload() {
        EventFields fields = new EventFields(Map.of("payload", "{\"a\":\"old\",\"b\":\"kept\"}", "a", "new"));

        assertThat(fields.text("a")).contains("new");
        assertThat(fields.text("b")).contains("kept");
    }

    @Test
    void a_delivery_keeps_its_own_attempts_when_its_recording_is_retried() {
        DeliveryRecorded delivery = DeliveryRecorded.from(new EventFields(Golden.fields("notify.sent.retried")));

        assertThat(delivery.attempts()).isEqualTo(3);
        assertThat(delivery.sent()).isTrue();
        assertThat(delivery.dedupeKey()).isNull();
        assertThat(delivery.assetKeys()).containsExactly("billing-web");
    }

    @Test
    void what_was_suppressed_tells_why_and_was_not_tried() {
        DeliveryRecorded suppressed = DeliveryRecorded.from(new EventFields(Map.of(
                "event_type",
                "notify.suppressed",
                "payload",
                "{\"notification_event_id\":\"n-1\",\"channel\":\"slack\",\"reason\":\"grouped\",\"group_event_id\":\"n-2\","
                        + "\"route\":\"ops\",\"occurred_at\":\"2026-05-04T07:21:00Z\"}")));

        assertThat(suppressed.status()).isEqualTo(DeliveryStatus.SUPPRESSED);
        assertThat(suppressed.reason()).isEqualTo("grouped");
        assertThat(suppressed.groupEventId()).isEqualTo("n-2");
        assertThat(suppressed.route()).isEqualTo("ops");
        assertThat(suppressed.attempts()).isZero();
        assertThat(suppressed.sent()).isFalse();
        assertThat(DeliveryRecorded.from(new EventFields(EnvelopeCodec.encode(
                        Envelope.of("e-1", suppressed, Instant.parse("2026-05-04T07:21:00Z"), "r")))))
                .isEqualTo(suppressed);
    }

    @Test
    void what_was_suppressed_before_a_channel_was_chosen_has_none_and_needs_a_reason() {
        Map<String, String> fields = Map.of(
                "event_type", "notify.suppressed",
                "notification_event_id", "n-1",
                "reason", "no_match",
                "occurred_at", "2026-05-04T07:21:00Z");
        Map<String, String> without = new HashMap<>(fields);
        without.remove("reason");

        assertThat(DeliveryRecorded.from(new EventFields(fields)).channel()).isEqualTo("none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DeliveryRecorded.from(new EventFields(without)))
                .withMessageContaining("reason");
    }

    @Test
    void a_division_names_its_channels() {
        NotificationDivided divided =
                new NotificationDivided("n-1", List.of("slack", "whatsapp"), Instant.parse("2026-05-04T07:21:00Z"));
        Map<String, String> fields = EnvelopeCodec.encode(Envelope.of("e-1", divided, READ_AT, "r"));

        assertThat(fields)
                .containsEntry("event_type", "notify.divided")
                .containsEntry("channels", "[\"slack\",\"whatsapp\"]");
        assertThat(NotificationDivided.from(new EventFields(fields))).isEqualTo(divided);
        fields.put("channels", "[]");
        fields.put("payload", "{}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NotificationDivided.from(new EventFields(fields)))
                .withMessageContaining("channels");
    }

    @Test
    void an_act_is_told_before_and_after_it() {
        OperatorAct asked =
                new OperatorAct("a-1", "olga", "7@worker-1", "bean", "probeNow", List.of("all"), READ_AT, null);
        OperatorAct acted = asked.ended(new OperatorAct.Ending("done", "x".repeat(501)), READ_AT.plusSeconds(1));
        Map<String, String> before = EnvelopeCodec.encode(Envelope.of("e-1", asked, READ_AT, "r"));
        Map<String, String> after = EnvelopeCodec.encode(Envelope.of("e-2", acted, READ_AT, "r"));

        assertThat(before).containsEntry("event_type", "operator.asked").doesNotContainKey("status");
        assertThat(after)
                .containsEntry("event_type", "operator.acted")
                .containsEntry("status", "done")
                .containsEntry("answer", "x".repeat(OperatorAct.Ending.LONGEST));
        assertThat(OperatorAct.from(new EventFields(before))).isEqualTo(asked);
        assertThat(OperatorAct.from(new EventFields(after))).isEqualTo(acted);
        before.remove("operator");
        before.put("payload", "{}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OperatorAct.from(new EventFields(before)))
                .withMessageContaining("operator");
    }

    @Test
    void a_delivery_of_the_first_kind_is_written_as_before() {
        DeliveryRecorded sent = new DeliveryRecorded(
                true, "n-1", null, "test", "t", "info", "slack", null, List.of(), null, 1, null, null, READ_AT);

        assertThat(sent.eventType()).isEqualTo("notify.sent");
        assertThat(sent.payload()).doesNotContainKeys("reason", "route", "group_event_id");
    }

    @Test
    void only_what_is_told_again_says_for_which_time() {
        Notification first = Notification.from(new EventFields(Golden.fields("notify.requested.notification")));
        Map<String, String> again = new HashMap<>(Golden.fields("notify.requested.notification"));
        again.put("escalation", "2");

        assertThat(first.escalation()).isZero();
        assertThat(first.payload()).doesNotContainKey("escalation");
        assertThat(Notification.from(new EventFields(again)).payload().getInt("escalation"))
                .isEqualTo(2);
    }

    @Test
    void the_schema_requires_what_the_codec_writes() {
        List<String> required = Golden.json("/schema/envelope.schema.json").getJsonArray("required").stream()
                .map(name -> ((JsonString) name).getString())
                .toList();

        assertThat(Golden.fields("scan.requested")).containsKeys(required.toArray(String[]::new));
    }
}
