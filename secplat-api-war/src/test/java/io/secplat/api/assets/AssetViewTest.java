package io.secplat.api.assets;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.api.request.AccessRole;
import io.secplat.api.request.Caller;
import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.Probe;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssetViewTest {

    private static final Instant AT = Instant.parse("2026-05-04T07:20:00Z");
    private static final Asset ASSET = new Asset(
            19,
            new AssetFields(
                    new AssetKey("billing-web"),
                    AssetType.EXTERNAL_WEB,
                    "billing.example.org",
                    new Owner("payments", "core", "mira@example.org"),
                    new Labels(
                            "service",
                            "prod",
                            Criticality.HIGH,
                            List.of("pci"),
                            Json.createObjectBuilder().add("rack", 7).build()),
                    "10.0.0.7",
                    443,
                    true,
                    Probe.http("https://billing.example.org/internal", "200")),
            new Verification(true, VerificationMethod.DNS_TXT, "tokentokentokentokentok1", AT),
            AT,
            AT);

    @Test
    void an_analyst_sees_every_column() {
        JsonObject json = view(AccessRole.ANALYST);
        assertThat(json.keySet())
                .containsExactlyInAnyOrder(
                        "asset_id",
                        "asset_key",
                        "type",
                        "name",
                        "owner",
                        "owner_team",
                        "owner_email",
                        "asset_type",
                        "environment",
                        "criticality",
                        "verified",
                        "verification_method",
                        "verification_token",
                        "verified_at",
                        "verification_expires_at",
                        "address",
                        "port",
                        "is_active",
                        "tags",
                        "metadata",
                        "probe",
                        "created_at",
                        "updated_at");
        assertThat(json.getString("verification_expires_at")).isEqualTo("2026-08-02T07:20:00Z");
        assertThat(json.getString("verification_token")).isEqualTo("tokentokentokentokentok1");
        assertThat(json.getJsonObject("probe").getString("url")).isEqualTo("https://billing.example.org/internal");
    }

    @Test
    void a_viewer_sees_neither_secrets_nor_addresses() {
        JsonObject json = view(AccessRole.VIEWER);
        assertThat(json.get("owner_email")).isEqualTo(JsonValue.NULL);
        assertThat(json.get("verification_token")).isEqualTo(JsonValue.NULL);
        assertThat(json.get("address")).isEqualTo(JsonValue.NULL);
        assertThat(json.get("port")).isEqualTo(JsonValue.NULL);
        assertThat(json.getJsonObject("metadata")).isEmpty();
        assertThat(json.getJsonObject("probe")).hasToString("{\"kind\":\"http\",\"interval_seconds\":60}");
        assertThat(json.getString("owner")).isEqualTo("payments");
    }

    @Test
    void the_mirror_holds_no_secret_either() {
        assertThat(ASSET.document().toJson().toString())
                .doesNotContain("token1")
                .doesNotContain("mira@")
                .doesNotContain("10.0.0.7")
                .doesNotContain("rack")
                .contains("\"monitored\":true");
    }

    private static JsonObject view(AccessRole role) {
        return AssetView.of(ASSET, new Caller("u", role, "r"), VerificationRules.ofDays(90));
    }
}
