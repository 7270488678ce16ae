package io.secplat.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.client.Answer;
import io.secplat.client.EventReader;
import io.secplat.client.Http;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sessions by cookie, as browsers hold them. */
@InContainer
class SessionIT {

    private static final String ORIGIN = ApiBench.BASE.toString();
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";

    private final Http stranger = new Http(ApiBench.BASE);

    @Test
    void a_session_by_cookie_begins_goes_on_and_ends() {
        Answer begun = begin();
        assertThat(begun.object().getString("username")).isEqualTo("admin");
        assertThat(begun.object().getString("role")).isEqualTo("admin");
        assertThat(begun.headers().allValues("Set-Cookie")).hasSize(2).allSatisfy(cookie -> assertThat(cookie)
                .contains("HttpOnly")
                .contains("Secure")
                .contains("SameSite=Lax"));
        byCookie("GET", "/api/auth/me", cookies(begun)).expect(200);

        Answer renewed = byCookie("PATCH", "/api/auth/session", cookies(begun), "Origin", ORIGIN);
        assertThat(cookies(renewed.expect(200))).isNotEqualTo(cookies(begun));
        byCookie("GET", "/api/auth/me", cookies(renewed)).expect(200);

        Answer ended = byCookie("DELETE", "/api/auth/session", cookies(renewed), "Origin", ORIGIN);
        assertThat(ended.expect(200).headers().allValues("Set-Cookie"))
                .hasSize(2)
                .allMatch(cookie -> cookie.contains("Max-Age=0"));
        byCookie("GET", "/api/auth/me", cookies(renewed)).expect(401);
        byCookie("PATCH", "/api/auth/session", cookies(renewed), "Origin", ORIGIN)
                .expect(401);
        byCookie("PATCH", "/api/auth/session", "none=1").expect(401);
    }

    @Test
    void the_tokens_of_a_session_can_move_into_cookies_if_they_belong_together() {
        JsonObject one = login("admin", ApiBench.PASSWORD).expect(200).object();
        JsonObject other = login("admin", ApiBench.PASSWORD).expect(200).object();
        Answer moved = stranger.post("/api/auth/session", tokens(one, one)).expect(200);
        byCookie("GET", "/api/auth/me", cookies(moved)).expect(200);
        stranger.post("/api/auth/session", tokens(one, other)).expect(401);
        stranger.post("/api/auth/session", Http.json(Map.of("access_token", "x", "refresh_token", "y")))
                .expect(401);
        stranger.post("/api/auth/session", Http.json(Map.of("username", "admin")))
                .expect(422);
        stranger.post("/api/auth/session", Http.json(Map.of("username", "admin", "password", "wrong")))
                .expect(401);
    }

    @ParameterizedTest
    @CsvSource({
        "Origin,http://evil.example.org,403",
        "Origin,null,403",
        "Sec-Fetch-Site,cross-site,403",
        "Sec-Fetch-Site,same-site,403",
        "X-Nothing,said,403",
        "Sec-Fetch-Site,same-origin,422",
        "Sec-Fetch-Site,none,422",
    })
    void a_changing_call_with_a_cookie_must_come_from_our_own_pages(String header, String value, int status) {
        String cookies = cookies(begin());
        stranger.send("POST", "/api/assets", JSON, "{}", "Cookie", cookies, header, value)
                .expect(status);
    }

    @Test
    void our_own_origin_may_change_things_and_a_bearer_token_needs_none() {
        Answer begun = begin();
        stranger.send("POST", "/api/assets", JSON, "{}", "Cookie", cookies(begun), "Origin", ORIGIN)
                .expect(422);
        String foreign = "http://evil.example.org";
        byCookie("DELETE", "/api/auth/session", cookies(begun), "Origin", foreign)
                .expect(403);
        String bearer = "Bearer " + login("admin", ApiBench.PASSWORD).object().getString("access_token");
        stranger.send("POST", "/api/assets", JSON, "{}", "Authorization", bearer, "Origin", foreign)
                .expect(422);
        stranger.send("POST", "/api/assets", JSON, "{}", "Authorization", bearer, "Cookie", cookies(begun))
                .expect(422);
        stranger.send("GET", "/api/auth/me", JSON, "", "Authorization", "Bearer x", "Cookie", cookies(begun))
                .expect(401);
    }

    @Test
    void a_listener_may_come_with_a_cookie_and_not_with_one_of_a_session_that_has_ended() {
        String cookies = cookies(begin());
        try (EventReader reader = EventReader.byCookie(ApiBench.BASE, "/api/stream", cookies)) {
            await().atMost(ApiBench.PATIENCE).until(() -> reader.names().contains("ready"));
        }
        byCookie("DELETE", "/api/auth/session", cookies, "Origin", ORIGIN).expect(200);
        byCookie("GET", "/api/stream", cookies).expect(401);
    }

    private Answer begin() {
        return stranger.post("/api/auth/session", Http.json(Map.of("username", "admin", "password", ApiBench.PASSWORD)))
                .expect(200);
    }

    private Answer byCookie(String method, String path, String cookies, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Cookie", cookies));
        return stranger.send(method, path, JSON, "", all.toArray(String[]::new));
    }

    private static String cookies(Answer answer) {
        return String.join(
                "; ",
                answer.headers().allValues("Set-Cookie").stream()
                        .map(cookie -> cookie.split(";", 2)[0])
                        .sorted()
                        .toList());
    }

    private Answer login(String user, String password) {
        return stranger.send("POST", "/api/auth/login", FORM, "username=" + user + "&password=" + password);
    }

    private static JsonObject tokens(JsonObject access, JsonObject refresh) {
        return Http.json(Map.of(
                "access_token", access.getString("access_token"),
                "refresh_token", refresh.getString("refresh_token")));
    }
}
