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
