package io.secplat.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.openapi.ApiDocument.Call;
import io.swagger.v3.core.util.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** openapi.yaml itself: complete in every call, and its examples are what its schemas say. */
class ApiDocumentTest {

    private static final ApiDocument DOCUMENT = ApiDocument.shipped();

    static List<Call> calls() {
        return DOCUMENT.calls();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void a_call_has_a_name_a_summary_its_security_and_its_roles(Call call) {
        assertThat(call.operation().getSummary()).isNotBlank();
        assertThat(call.operation().getTags()).hasSize(1);
        assertThat(calls().stream().filter(other -> other.operation()
                        .getOperationId()
                        .equals(call.operation().getOperationId())))
                .hasSize(1);
        boolean open = List.of("none").equals(call.operation().getExtensions().get("x-roles"));
        assertThat(call.operation().getSecurity()).hasSize(open ? 0 : 2);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void each_answer_tells_the_request_id_and_its_example_is_as_described(Call call) {
        call.operation().getResponses().forEach((status, response) -> {
            assertThat(response.getHeaders()).containsKey("X-Request-Id");
            if (response.getContent() != null) {
                response.getContent().forEach((type, content) -> {
                    if (!type.equals("application/pdf")) {
                        checkExample(call, status, type, content.getExample());
                    }
                });
            }
        });
    }

    @ParameterizedTest
    @MethodSource("calls")
    void each_body_has_an_example(Call call) {
        if (call.operation().getRequestBody() != null) {
            assertThat(call.operation().getRequestBody().getContent().values())
                    .allSatisfy(content -> assertThat(content.getExample()).isNotNull());
        }
    }

    private static void checkExample(Call call, String status, String type, Object example) {
        assertThat(example).as("example of " + call + " " + status).isNotNull();
        Map<String, List<String>> headers = Map.of(
                "Content-Type", List.of(type),
                "X-Request-Id", List.of("web-1"),
                "WWW-Authenticate", List.of("Bearer"),
                "Retry-After", List.of("30"));
        String body = type.endsWith("json") ? Json.pretty(example) : example.toString();
        ContractCheck.shipped()
                .check(
                        call.method(),
                        call.path().replaceAll("\\{[^}]+}", "1"),
                        Integer.parseInt(status),
                        headers,
                        body);
    }
}
