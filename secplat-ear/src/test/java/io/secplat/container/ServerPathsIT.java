package io.secplat.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.client.Answer;
import io.secplat.client.RawHttp;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests that the server itself refuses. Those that reach its web container are answered as problems; the few that it refuses
 * before are answered as docs/OPERATIONS.md says, and tell nothing either.
 */
@InContainer
class ServerPathsIT {

    private static final byte[] NOTHING = new byte[0];

    private final RawHttp server = new RawHttp(ApiBench.BASE);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/%2F",
                "/api/a%2Fb",
                "/api/%2e%2e/x",
                "/api/%5c",
                "/api/\\x",
                "/api/./x",
                "/api//x",
                "/api/%c0%af",
                "/api/%ff",
                "/api/x;y=z",
                "/api/;x=y",
                "/api/assets;x=y/1",
                "/api/assets?limit=%zz",
                "/api/assets?%"
            })
    void an_odd_path_is_answered_as_a_problem(String target) {
        Answer answer = server.send("GET", target, List.of(), NOTHING);

        Graceful.checkProblem(answer);
        assertThat(answer.header("X-Request-Id")).hasSize(36);
        assertThat(answer.headers().map()).doesNotContainKey("$WSEP");
    }

    @Test
    void the_request_id_of_the_caller_is_kept_even_there() {
        Answer answer = server.send("GET", "/api/%2F", List.of("X-Request-Id: web-7"), NOTHING);

        assertThat(answer.header("X-Request-Id")).isEqualTo("web-7");
        assertThat(answer.object().getJsonObject("error").getString("request_id"))
                .isEqualTo("web-7");
    }

    @Test
    void a_long_path_is_a_path_that_nobody_knows() {
        Graceful.checkProblem(server.send("GET", "/api/" + "a".repeat(4_000), List.of(), NOTHING));
    }

    @ParameterizedTest
    @ValueSource(strings = {"FOO", "TRACE", "CONNECT", "PROPFIND", "G@T"})
    void an_odd_method_is_405(String method) {
        Answer answer = server.send(method, "/api/assets", List.of(), NOTHING).expect(405);

        Graceful.checkProblem(answer);
        assertThat(answer.header("Allow")).contains("GET", "POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "application/json;q=nonsense", "application/json;q=2", "a/b;q=0.1, c/d;q="})
    void an_accept_header_that_cannot_be_read_is_400(String accept) {
        String token = ApiBench.admin().token();

        Answer answer = server.send(
                "POST", "/api/assets", List.of("Accept: " + accept, "Authorization: Bearer " + token), NOTHING);

        Graceful.checkProblem(answer.expect(400));
    }

    /** Tokens guard {@code /api} of SecPlat alone; below {@code /ibm/api} the server asks for its operator. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/assets?limit=1", "/api/assets?limit=1&cursor=", "/api/assets?limit=1&q=/ibm/api"})
    void the_query_does_not_decide_who_is_asked_for_a_token(String target) {
        String token = ApiBench.admin().token();

        server.send("GET", target, List.of(), NOTHING).expect(401);
        server.send("GET", target, List.of("Authorization: Bearer " + token), NOTHING)
                .expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/%00", "/api/%zz", "/api/%", "/api/..%2f..%2fetc", "/api/a%0Ab"})
    void a_path_that_cannot_be_decoded_is_400_in_the_words_of_the_server(String target) {
        Answer answer = server.send("GET", target, List.of(), NOTHING).expect(400);

        assertThat(answer.body()).contains("CWWWC0005I").doesNotContain("Exception", "io.secplat", "%");
    }

    static Stream<List<String>> oversized() {
        return Stream.of(
                List.of("/api/" + "a".repeat(40_000)),
                List.of("/api/x?" + "a".repeat(40_000)),
                List.of("/api/health", "X-Long: " + "y".repeat(70_000)),
                List.of("/api/health", "no colon"));
    }

    @ParameterizedTest
    @MethodSource("oversized")
    void what_the_server_cannot_read_at_all_is_400_without_words(List<String> targetAndHeaders) {
        Answer answer = server.send(
                "GET", targetAndHeaders.get(0), targetAndHeaders.subList(1, targetAndHeaders.size()), NOTHING);

        assertThat(answer.expect(400).body()).isEmpty();
    }
}
