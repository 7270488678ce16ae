package io.secplat.workers.ingestion.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.runtime.Journal;
import io.secplat.workers.api.ApiAnswer;
import io.secplat.workers.api.ApiUnavailableException;
import io.secplat.workers.ingestion.InventoryUnavailableException;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HttpInventoryTest {

    private static final Journal SILENT =
            new Journal("ingestion", Clock.systemUTC(), new PrintStream(OutputStream.nullOutputStream()));

    @Test
    void only_active_assets_with_a_readable_probe_are_monitored() throws Exception {
        HttpInventory inventory = inventory(Map.of(
                "/assets",
                accepted(
                        "[{'asset_key':'a','is_active':true,'probe':{'kind':'http','url':'http://a.test/'}},"
                                + "{'asset_key':'b','is_active':false,'probe':{'kind':'http','url':'http://b.test/'}},"
                                + "{'asset_key':'c','is_active':true,'probe':null},"
                                + "{'asset_key':'d','is_active':true,'probe':{'kind':'http'}},"
                                + "{'asset_key':'e','probe':{'kind':'tcp','target':'e.test:25'}},7]",
                        Optional.empty())));

        assertThat(inventory.monitored())
                .extracting(asset -> asset.key().value())
                .containsExactly("a", "e");
    }

    @Test
    void pages_are_followed_to_the_last() throws Exception {
        String asset = "[{'asset_key':'%s','probe':{'kind':'tcp','target':'e.test:25'}}]";
        HttpInventory inventory = inventory(Map.of(
                "/assets",
                accepted(
                        asset.formatted("a"),
                        Optional.of("<http://api.test:9080/api/assets?cursor=x%3D>; rel=\"next\"")),
                "/assets?cursor=x%3D",
                accepted(asset.formatted("b"), Optional.of("</api/assets?cursor=y>; rel=next")),
                "/assets?cursor=y",
                accepted(asset.formatted("c"), Optional.empty())));

        assertThat(inventory.monitored())
                .extracting(found -> found.key().value())
                .containsExactly("a", "b", "c");
    }

    @Test
    void an_api_that_is_away_or_refuses_makes_the_inventory_unavailable() {
        HttpInventory away = new HttpInventory(
                call -> {
                    throw ApiUnavailableException.unreachable(new IOException());
                },
                UUID::randomUUID,
                SILENT);
        HttpInventory refusing = inventory(
                Map.of("/assets", new ApiAnswer.Refused(403, "Insufficient permissions", JsonValue.EMPTY_JSON_OBJECT)));

        assertThatThrownBy(away::monitored).isInstanceOf(InventoryUnavailableException.class);
        assertThatThrownBy(refusing::monitored).isInstanceOf(InventoryUnavailableException.class);
    }

    private static HttpInventory inventory(Map<String, ApiAnswer> answers) {
        return new HttpInventory(call -> answers.get(call.path()), UUID::randomUUID, SILENT);
    }

    private static ApiAnswer accepted(String json, Optional<String> link) {
        JsonValue body =
                Json.createReader(new StringReader(json.replace('\'', '"'))).readValue();
        return new ApiAnswer.Accepted(200, body, link);
    }
}
