package io.secplat.api.posture;

import static io.secplat.api.alerts.Documents.document;
import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.contracts.model.AssetStatus;
import io.secplat.search.HealthEvents.Tally;
import jakarta.json.JsonObject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AssetStateTest {

    private static final Instant T = Instant.parse("2026-05-04T07:21:00Z");

    @Test
    void what_the_inventory_says_goes_before_what_the_document_says() {
        InventoryEntry asset =
                new InventoryEntry("billing-web", "app", "billing.example.org", null, "stage", "low", false, 60);
        JsonObject json = AssetState.of(document("billing-web", AssetStatus.DOWN, false, T), asset)
                .json();

        assertThat(json.getString("name")).isEqualTo("billing.example.org");
        assertThat(json.getString("owner")).isEqualTo("payments");
        assertThat(json.getString("environment")).isEqualTo("stage");
        assertThat(json.getString("criticality")).isEqualTo("low");
        assertThat(json.getString("status")).isEqualTo("red");
        assertThat(json.getString("health")).isEqualTo("down");
        assertThat(json.getInt("status_num")).isEqualTo(-2);
        assertThat(json.getString("asset_id")).isEqualTo("billing-web");
    }

    @Test
    void an_unmonitored_asset_says_so_and_has_no_score() {
        JsonObject json = AssetState.underived(
                        new InventoryEntry("printer-3", "host", "printer-3", null, "dev", "low", false, null))
                .json();

        assertThat(json.getString("status")).isEqualTo("unmonitored");
        assertThat(json.getString("reason")).isEqualTo("not_monitored");
        assertThat(json.isNull("posture_score")).isTrue();
        assertThat(json.getBoolean("monitored")).isFalse();
    }

    @Test
    void completeness_counts_checks_against_what_the_interval_leads_to_expect() {
        JsonObject json = new Completeness(new Tally(1440, 1440, 91.0), new Tally(60, 60, 91.0), 60).json();

        assertThat(json.getString("label_24h")).isEqualTo("1440/1440");
        assertThat(json.getString("label_1h")).isEqualTo("60/60");
        assertThat(json.getJsonNumber("pct_24h").doubleValue()).isEqualTo(100.0);
        assertThat(new Completeness(new Tally(1440, 1437, 91.0), Tally.NONE, 60).errorRate())
                .isEqualTo(0.2);
        assertThat(new Completeness(Tally.NONE, Tally.NONE, 60).errorRate()).isNull();
    }
}
