package io.secplat.contracts.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.ProbeError;
import io.secplat.contracts.model.ProbeKind;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HealthEventDocumentTest {

    @Test
    void writes_the_example_of_the_contract() {
        HealthEventDocument event = new HealthEventDocument(
                new AssetKey("billing-web"),
                Instant.parse("2026-05-04T07:20:00Z"),
                false,
                503,
                87,
                ProbeKind.HTTP,
                ProbeError.HTTP_STATUS);

        assertThat(event.toJson())
                .isEqualTo(
                        json(
                                """
                        {"@timestamp":"2026-05-04T07:20:00Z","service":"billing-web","asset":"billing-web","level":"health",
                         "message":"healthcheck","status":"down","status_num":-2,"code":503,"latency_ms":87,
                         "event_id":"billing-web@1777879200","org_id":"default","probe_kind":"http","error":"http_status"}"""));
        assertThat(HealthEventDocument.fromJson(event.toJson())).contains(event);
    }

    @Test
    void the_api_is_known_by_its_old_service_name() {
        HealthEventDocument event =
                new HealthEventDocument(new AssetKey("secplat-api"), Instant.EPOCH, true, 200, 3, ProbeKind.HTTP, null);

        assertThat(event.toJson().getString("service")).isEqualTo("api");
        assertThat(event.toJson()).doesNotContainKey("error");
    }

    @Test
    void a_foreign_document_with_only_service_and_code_is_read() {
        HealthEventDocument event = HealthEventDocument.fromJson(
                        json("{\"@timestamp\":\"2026-05-04T09:20:00+02:00\",\"service\":\"printer-3\",\"code\":200}"))
                .orElseThrow();

        assertThat(event.asset()).isEqualTo(new AssetKey("printer-3"));
        assertThat(event.timestamp()).isEqualTo("2026-05-04T07:20:00Z");
        assertThat(event.success()).isTrue();
    }

    @Test
    void an_answer_200_without_the_wanted_body_is_a_failure() {
        HealthEventDocument event = new HealthEventDocument(
                new AssetKey("billing-web"), Instant.EPOCH, false, 200, 3, ProbeKind.HTTP, ProbeError.BODY_MISMATCH);

        assertThat(HealthEventDocument.fromJson(event.toJson())).contains(event);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"service\":\"a\",\"status\":\"up\"}",
                "{\"@timestamp\":\"2026-05-04T07:20:00Z\",\"status\":\"up\"}",
                "{\"@timestamp\":\"2026-05-04T07:20:00Z\",\"asset\":\"a\"}",
                "{\"@timestamp\":\"2026-05-04T07:20:00Z\",\"asset\":\"no key\",\"status\":\"up\"}"
            })
    void a_document_without_asset_time_or_result_is_passed_over(String text) {
        assertThat(HealthEventDocument.fromJson(json(text))).isEmpty();
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }
}
