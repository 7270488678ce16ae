package io.secplat.workers.api;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.secplat.runtime.MovingClock;
import io.secplat.workers.api.http.HttpApiTransport;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SignedInApiTest {

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private final MovingClock clock = new MovingClock();
    private Api api;

    @BeforeEach
    void signIn() {
        api = new SignedInApi(
                new ServiceUser("scanner-service", "pass word&"),
                new HttpApiTransport(SERVER.baseUrl() + "/api/"),
                clock);
        SERVER.stubFor(login().willReturn(okJson("{\"access_token\":\"" + token("first") + "\"}")));
    }

    @Test
    void signs_in_by_form_once_and_sends_the_token_and_the_request_id() throws Exception {
        SERVER.stubFor(get("/api/assets").willReturn(okJson("[1]")));

        api.send(ApiCall.get("/assets", "web-7Qd2"));
        ApiAnswer answer = api.send(ApiCall.get("/assets", "web-7Qd3"));

        assertThat(answer).isInstanceOfSatisfying(ApiAnswer.Accepted.class, accepted -> assertThat(accepted.array())
                .hasSize(1));
        SERVER.verify(
                1,
                postRequestedFor(urlEqualTo("/api/auth/login"))
                        .withRequestBody(equalTo("username=scanner-service&password=pass+word%26")));
        SERVER.verify(getRequestedFor(urlEqualTo("/api/assets"))
                .withHeader("Authorization", equalTo("Bearer " + token("first")))
                .withHeader("X-Request-Id", equalTo("web-7Qd3")));
    }

    @Test
    void renews_the_token_before_it_ends() throws Exception {
        SERVER.stubFor(get("/api/assets").willReturn(okJson("[]")));

        api.send(ApiCall.get("/assets", "a"));
        clock.advance(Duration.ofSeconds(719));
        api.send(ApiCall.get("/assets", "b"));
        SERVER.verify(1, postRequestedFor(urlEqualTo("/api/auth/login")));

        clock.advance(Duration.ofSeconds(1));
        api.send(ApiCall.get("/assets", "c"));
        SERVER.verify(2, postRequestedFor(urlEqualTo("/api/auth/login")));
    }

    @Test
    void renews_a_token_that_is_refused_and_repeats_the_call_once() throws Exception {
        SERVER.stubFor(get("/api/assets")
                .inScenario("t")
                .willReturn(aResponse().withStatus(401))
                .willSetStateTo("new"));
        SERVER.stubFor(
                get("/api/assets").inScenario("t").whenScenarioStateIs("new").willReturn(okJson("[]")));

        assertThat(api.send(ApiCall.get("/assets", "a"))).isInstanceOf(ApiAnswer.Accepted.class);
        SERVER.verify(2, postRequestedFor(urlEqualTo("/api/auth/login")));
    }

    @Test
    void a_refused_sign_in_is_not_repeated_at_once() throws Exception {
        SERVER.stubFor(login().willReturn(aResponse().withStatus(401)));

        assertThatThrownBy(() -> api.send(ApiCall.get("/assets", "a"))).isInstanceOf(ApiUnavailableException.class);
        assertThatThrownBy(() -> api.send(ApiCall.get("/assets", "a"))).isInstanceOf(ApiUnavailableException.class);
        SERVER.verify(1, postRequestedFor(urlEqualTo("/api/auth/login")));

        clock.advance(Duration.ofSeconds(15));
        assertThatThrownBy(() -> api.send(ApiCall.get("/assets", "a"))).isInstanceOf(ApiUnavailableException.class);
        SERVER.verify(2, postRequestedFor(urlEqualTo("/api/auth/login")));
    }

    @Test
    void a_refusal_tells_the_status_and_the_message_of_the_problem() throws Exception {
        SERVER.stubFor(post("/api/jobs/7/claim")
                .willReturn(aResponse()
                        .withStatus(409)
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody("{\"status\":409,\"error\":{\"message\":\"Domain not verified\",\"detail\":{}}}")));

        assertThat(api.send(ApiCall.post("/jobs/7/claim", JsonValue.EMPTY_JSON_OBJECT, "a")))
                .isInstanceOfSatisfying(ApiAnswer.Refused.class, refused -> {
                    assertThat(refused.status()).isEqualTo(409);
                    assertThat(refused.message()).isEqualTo("Domain not verified");
                });
    }

    @Test
    void a_busy_api_is_unavailable_and_tells_how_long() {
        for (int status : new int[] {408, 425, 429, 500, 502, 503, 504}) {
            SERVER.stubFor(
                    get("/api/assets").willReturn(aResponse().withStatus(status).withHeader("Retry-After", "7")));
            ApiUnavailableException thrown =
                    catchThrowableOfType(ApiUnavailableException.class, () -> api.send(ApiCall.get("/assets", "a")));
            assertThat(thrown.status()).hasValue(status);
            assertThat(thrown.retryAfter()).contains(Duration.ofSeconds(7));
        }
    }

    @Test
    void a_broken_connection_and_an_answer_of_somebody_else_are_unavailable() {
        SERVER.stubFor(get("/api/a").willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        SERVER.stubFor(get("/api/b").willReturn(aResponse().withBody("<html>welcome</html>")));

        assertThatThrownBy(() -> api.send(ApiCall.get("/a", "a"))).hasMessage("api_unreachable");
        assertThatThrownBy(() -> api.send(ApiCall.get("/b", "a"))).hasMessage("api_answer_unreadable");
    }

    @Test
    void nothing_that_is_printed_shows_a_password_or_a_token() {
        assertThat(new ServiceUser("u", "hush").toString()).doesNotContain("hush");
        assertThat(AccessToken.receivedAt(clock.instant(), token("hush")).toString())
                .doesNotContain(token("hush"));
        JsonObject body = Json.createObjectBuilder().add("lease_token", "hush").build();
        assertThat(ApiCall.post("/jobs/1/complete", body, "a").toString()).isEqualTo("ApiCall[POST /jobs/1/complete]");
        assertThat(new ApiTransport.Request("GET", "/a", Map.of("Authorization", "Bearer hush"), "password=hush")
                        .toString())
                .isEqualTo("Request[GET /a]");
        assertThat(new ApiTransport.Reply(200, Optional.empty(), "hush").toString())
                .isEqualTo("Reply[200]");
        assertThat(new ApiAnswer.Accepted(200, body).toString()).isEqualTo("Accepted[200]");
    }

    private static MappingBuilder login() {
        return post("/api/auth/login").inScenario("login").whenScenarioStateIs(Scenario.STARTED);
    }

    private static String token(String name) {
        String claims = "{\"sub\":\"" + name + "\",\"iat\":1000,\"exp\":1900}";
        return "e30."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".sig";
    }
}
