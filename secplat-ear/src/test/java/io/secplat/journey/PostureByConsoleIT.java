package io.secplat.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.secplat.client.Http;
import io.secplat.monitoring.JsonService;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The operator has an asset probed and its posture derived, now and from a range of time. */
class PostureByConsoleIT {

    private static final String ASSET = "verify-web";

    private final Platform platform = Platform.shared();
    private final Http api = platform.admin();

    @BeforeEach
    void await_first_check() {
        await().atMost(Platform.PATIENCE)
                .until(() -> api.get("/api/posture/" + ASSET).status() == 200);
    }

    @Test
    void a_check_is_begun_and_derived_when_the_operator_asks_for_it() {
        ServerConsole ingestion = ServerConsole.of(platform, "INGESTION");
        ServerConsole deriver = ServerConsole.of(platform, "DERIVER");
        probeEvery(86_400);
        for (String loop : deriver.loops().keySet()) {
            deriver.onLoop(loop, "pause");
        }
        deriver.loops().keySet().forEach(loop -> deriver.awaitState(loop, "paused"));
        platform.awaitReadiness("DERIVER", 503);
        try {
            Instant checked = newestCheck();
            Instant seen = lastSeen();
            assertThat(ingestion.act("probeNow", ASSET)).containsExactly("1 checks begun.");
            await().atMost(Platform.PATIENCE).until(() -> newestCheck().isAfter(checked));
            assertThat(lastSeen()).isEqualTo(seen);

            assertThat(deriver.act("deriveNow", ASSET)).containsExactly("Derived.");

            assertThat(lastSeen()).isAfter(seen);
            setTheRecordWrong();
            assertThat(deriver.act("deriveNow", ASSET)).containsExactly("Derived.");
            assertThat(status().getString("last_status_change")).startsWith("2020-");
            assertThat(deriver.act("replay", ASSET)).containsExactly("Replayed.");
            assertThat(status().getString("last_status_change")).doesNotStartWith("2020-");
            setTheRecordWrong();
            Instant from = newestCheck().minusSeconds(60);
            assertThat(deriver.act("replayRange", ASSET, from.toString(), "now"))
                    .singleElement()
                    .asString()
                    .startsWith("Replayed 1 of 1 assets");
            assertThat(status().getString("last_status_change")).doesNotStartWith("2020-");
            assertThat(deriver.attributes().get("io.secplat:type=Posture,role=deriver"))
                    .hasEntrySatisfying("RangeReplay", told -> assertThat(told).startsWith("1 of 1 assets"));
            assertThatThrownBy(() -> deriver.act("replayRange", ASSET, "yesterday", "now"))
                    .hasMessageContaining("from must be a time such as");
            assertThat(deriver.act("replay", "all")).containsExactly("Replayed.");
            assertThat(deriver.act("deriveNow", "all")).containsExactly("Derived.");
        } finally {
            for (String loop : deriver.loops().keySet()) {
                deriver.onLoop(loop, "resume");
            }
            probeEvery(5);
        }
        platform.awaitReadiness("DERIVER", 200);
        assertThatThrownBy(() -> ingestion.act("probeNow", "no-such-asset"))
                .hasMessage("no-such-asset is not an asset that is probed");
    }

    private void probeEvery(int seconds) {
        JsonObject probe = Json.createObjectBuilder()
                .add("kind", "http")
                .add("url", "http://127.0.0.1:" + platform.port("VERIFY_WEB") + "/")
                .add("interval_seconds", seconds)
                .add("timeout_ms", 2000)
                .build();
        api.patch("/api/assets/by-key/" + ASSET, Http.json(Map.of("probe", probe)))
                .expect(200);
    }

    private Instant newestCheck() {
        JsonObject newest = api.get("/api/posture/" + ASSET + "/detail?hours=24")
                .expect(200)
                .object()
                .getJsonArray("timeline")
                .getJsonObject(0);
        return Instant.parse(newest.getString("@timestamp"));
    }

    private Instant lastSeen() {
        return Instant.parse(status().getString("last_seen"));
    }

    /** What the deriver has written of the asset, as the record has it: the API's answers may be seconds old. */
    private JsonObject status() {
        JsonService search = new JsonService(platform.port("OPENSEARCH"));
        return search.get("/secplat-asset-status/_doc/" + ASSET).getJsonObject("_source");
    }

    /** A state that no result has led to. */
    private void setTheRecordWrong() {
        JsonObject wrong = Json.createObjectBuilder()
                .add("last_status_change", "2020-01-01T00:00:00Z")
                .build();
        new JsonService(platform.port("OPENSEARCH"))
                .post(
                        "/secplat-asset-status/_update/" + ASSET + "?refresh=true",
                        Json.createObjectBuilder().add("doc", wrong).build());
    }
}
