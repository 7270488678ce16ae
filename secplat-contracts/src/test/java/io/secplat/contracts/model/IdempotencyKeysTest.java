package io.secplat.contracts.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The expected values are those of the wire contract. */
class IdempotencyKeysTest {

    private static final AssetKey BILLING = new AssetKey("billing-web");

    @Test
    void a_scan_has_one_key_per_kind_asset_and_utc_hour() {
        assertThat(IdempotencyKeys.scan(JobType.TLS_HEADERS, BILLING, Instant.parse("2026-02-17T19:59:59Z")))
                .isEqualTo("tls_headers+billing-web+2026-02-17T19");
    }

    @Test
    void a_health_event_is_named_by_asset_and_tick() {
        assertThat(IdempotencyKeys.healthEvent(BILLING, Instant.parse("2026-05-04T07:20:00Z")))
                .isEqualTo("billing-web@1777879200");
    }

    @Test
    void a_finding_is_a_hash_of_asset_part_and_title() {
        assertThat(IdempotencyKeys.finding(BILLING, "headers", "Missing CSP"))
                .isEqualTo("b8d3da43aa6ce4a2984e1a27ff1b084d");
    }

    @Test
    void an_alert_incident_does_not_depend_on_order_or_repeats() {
        Instant at = Instant.parse("2026-05-04T07:21:00Z");

        assertThat(IdempotencyKeys.alertIncident(List.of("juice-shop", "billing-web", "juice-shop"), at))
                .isEqualTo("alert:2026050407:e6193cab6eb7b7df");
    }

    @Test
    void a_notification_is_named_by_kind_asset_and_change() {
        assertThat(IdempotencyKeys.notification("asset.down", BILLING, Instant.parse("2026-05-04T07:21:00Z")))
                .isEqualTo("asset.down:billing-web:2026-05-04T07:21:00Z");
    }
}
