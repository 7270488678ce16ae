package io.secplat.openapi;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whether the check of answers sees what it is there for. */
class ContractCheckTest {

    private static final Map<String, List<String>> JSON =
            Map.of("Content-Type", List.of("application/json"), "X-Request-Id", List.of("web-1"));
    private static final Map<String, List<String>> PROBLEM =
            Map.of("Content-Type", List.of("application/problem+json"), "X-Request-Id", List.of("web-1"));

    @Test
    void an_answer_as_described_passes_and_so_does_a_member_that_is_new() {
        assertThatCode(() -> check("GET", "/api/health", 200, JSON, "{\"status\":\"ok\",\"since\":1}"))
                .doesNotThrowAnyException();
        assertThatCode(() -> check("GET", "/api/health/", 200, JSON, "{\"status\":\"ok\"}"))
                .doesNotThrowAnyException();
    }

    @Test
    void a_member_of_another_type_or_a_missing_one_fails() {
        assertThatThrownBy(() -> check("GET", "/api/health", 200, JSON, "{\"status\":1}"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("GET /api/health answered 200");
        assertThatThrownBy(() -> check("GET", "/api/auth/me", 200, JSON, "{\"username\":\"ada\"}"))
                .hasMessageContaining("role");
        assertThatThrownBy(() -> check("GET", "/api/assets", 200, JSON, "{}")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> check("GET", "/api/assets", 200, JSON, "[{\"asset_id\":\"1\"}]"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void a_status_that_is_not_described_fails() {
        assertThatThrownBy(() -> check("GET", "/api/health", 202, JSON, "{\"status\":\"ok\"}"))
                .hasMessageContaining("202");
    }

    @Test
    void a_missing_request_id_fails() {
        assertThatThrownBy(() -> check(
                        "GET",
                        "/api/health",
                        200,
                        Map.of("Content-Type", List.of("application/json")),
                        "{\"status\":\"ok\"}"))
                .hasMessageContaining("X-Request-Id");
    }

    @Test
    void a_path_that_is_not_described_must_be_unknown_to_the_server_too() {
        assertThatThrownBy(() -> check("GET", "/api/nope", 200, JSON, "{}")).isInstanceOf(AssertionError.class);
        assertThatCode(() -> check("GET", "/api/nope", 404, PROBLEM, problem(404)))
                .doesNotThrowAnyException();
    }

    @Test
    void a_method_that_is_not_described_must_be_refused_with_allow() {
        Map<String, List<String>> allow = Map.of(
                "Content-Type",
                List.of("application/problem+json"),
                "X-Request-Id",
                List.of("web-1"),
                "Allow",
                List.of("GET"));

        assertThatThrownBy(() -> check("DELETE", "/api/health", 405, PROBLEM, problem(405)))
                .hasMessageContaining("Allow");
        assertThatCode(() -> check("DELETE", "/api/health", 405, allow, problem(405)))
                .doesNotThrowAnyException();
    }

    @Test
    void null_stands_only_where_it_may() {
        String config =
                "{\"range\":\"7d\",\"points\":[{\"created_at\":\"2026-05-04T07:21:00Z\",\"posture_score_avg\":%s,"
                        + "\"green\":%s,\"amber\":0,\"red\":0}]}";

        assertThatCode(() -> check("GET", "/api/posture/trend", 200, JSON, config.formatted("null", "1")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> check("GET", "/api/posture/trend", 200, JSON, config.formatted("1", "null")))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void a_csv_has_the_columns_that_are_described_and_no_formula() {
        String header = "asset_id,status,last_seen,reason,criticality,name,owner,environment,posture_score\r\n";

        assertThatCode(() -> csv(header)).doesNotThrowAnyException();
        assertThatCode(() -> csv(header + "shop,red,,\"a \"\"b\"\",\r\nc\",high,'=1,,,0\r\n"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> csv(header.replace("owner,", ""))).hasMessageContaining("columns");
        assertThatThrownBy(() -> csv(header + "shop,red,,,high,x,,0\r\n")).hasMessageContaining("9 cells");
        assertThatThrownBy(() -> csv(header + "shop,red,,,high,=1,,,0\r\n")).hasMessageContaining("formula");
    }

    @Test
    void a_pdf_is_whole() {
        assertThatCode(() -> pdf("%PDF-1.6\n1 0 obj\n%%EOF\n")).doesNotThrowAnyException();
        assertThatThrownBy(() -> pdf("%PDF-1.6\n1 0 obj\n")).hasMessageContaining("no whole PDF");
        assertThatThrownBy(() -> pdf("<html>")).hasMessageContaining("no whole PDF");
    }

    @Test
    void an_event_is_described_by_its_name() {
        String job = "{\"job_id\":1,\"job_type\":\"web_exposure\",\"status\":\"done\",\"asset_key\":null,"
                + "\"at\":\"2026-05-04T07:21:00.123456Z\"}";

        assertThatCode(() -> event("job.state", job)).doesNotThrowAnyException();
        assertThatCode(() -> event("reset", "{}")).doesNotThrowAnyException();
        assertThatThrownBy(() -> event("job.state", job.replace("done", "lost")))
                .hasMessageContaining("enum");
        assertThatThrownBy(() -> event("alert.state", "{\"asset_key\":\"shop\"}"))
                .hasMessageContaining("state");
        assertThatThrownBy(() -> event("reset", "{\"n\":1}")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> event("flood", "{}")).hasMessageContaining("not described");
    }

    private static void csv(String body) {
        check("GET", "/api/posture", 200, file("text/csv; charset=UTF-8"), body);
    }

    private static void pdf(String body) {
        check("GET", "/api/posture/reports/executive.pdf", 200, file("application/pdf"), body);
    }

    private static Map<String, List<String>> file(String type) {
        return Map.of(
                "Content-Type",
                List.of(type),
                "X-Request-Id",
                List.of("web-1"),
                "ETag",
                List.of("\"1\""),
                "Content-Disposition",
                List.of("attachment"));
    }

    private static void event(String name, String data) {
        ContractCheck.shipped().checkEvent("/api/stream", name, data);
    }

    private static void check(String method, String path, int status, Map<String, List<String>> headers, String body) {
        ContractCheck.shipped().check(method, path, status, headers, body);
    }

    private static String problem(int status) {
        return ("{\"type\":\"urn:secplat:problem:x\",\"title\":\"X\",\"status\":%1$d,\"detail\":\"d\",\"instance\":\"/api/x\","
                        + "\"error\":{\"message\":\"d\",\"status_code\":%1$d,\"retryable\":false,\"detail\":\"d\","
                        + "\"request_id\":\"web-1\"}}")
                .formatted(status);
    }
}
