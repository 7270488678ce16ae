package io.secplat.api.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.secplat.api.problem.ProblemException;
import io.secplat.api.problem.ProblemType;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SameOriginTest {

    private final SameOrigin rule = new SameOrigin(Optional.of("https://secplat.example.org/"));
    private final Map<String, String> headers = new HashMap<>();
    private String cookie = SessionCookies.ACCESS;

    @ParameterizedTest
    @ValueSource(strings = {"http://api.internal:9080", "HTTP://API.INTERNAL:9080", "https://secplat.example.org"})
    void our_own_origin_and_the_websites_may_change_things(String origin) {
        headers.put("Origin", origin);
        assertThat(refused("POST")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.internal:9080",
                "http://api.internal",
                "http://api.internal:9081",
                "null",
                "",
                "http://secplat.example.org",
                "https://secplat.example.org.evil.org",
                "https://secplat.example.org:444"
            })
    void every_other_origin_is_foreign(String origin) {
        headers.put("Origin", origin);
        headers.put("Sec-Fetch-Site", "same-origin");
        assertThat(refused("POST")).contains(ProblemType.FORBIDDEN);
    }

    @ParameterizedTest
    @CsvSource({"same-origin,true", "none,true", "same-site,false", "cross-site,false", "'',false"})
    void without_an_origin_the_browsers_word_counts(String site, boolean allowed) {
        headers.put("Sec-Fetch-Site", site);
        assertThat(refused("DELETE").isEmpty()).isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void who_says_nothing_is_refused(String method) {
        assertThat(refused(method)).contains(ProblemType.FORBIDDEN);
        cookie = SessionCookies.REFRESH;
        assertThat(refused(method)).contains(ProblemType.FORBIDDEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS"})
    void reading_is_free(String method) {
        assertThat(refused(method)).isEmpty();
    }

    @Test
    void a_bearer_token_and_a_call_without_our_cookies_need_no_origin() {
        headers.put("Authorization", "Bearer x");
        assertThat(refused("POST")).isEmpty();
        headers.put("Authorization", "Basic x");
        assertThat(refused("POST")).contains(ProblemType.FORBIDDEN);
        headers.clear();
        cookie = "other";
        assertThat(refused("POST")).isEmpty();
    }

    private Optional<ProblemType> refused(String method) {
        return Optional.ofNullable(catchThrowableOfType(ProblemException.class, () -> rule.check(request(method))))
                .map(ProblemException::type);
    }

    /** A call to http://api.internal:9080 as the servlet container tells it. */
    private HttpServletRequest request(String method) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                HttpServletRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, asked, arguments) -> answer(method, asked.getName(), arguments));
    }

    private @Nullable Object answer(String method, String asked, Object @Nullable [] arguments) {
        return switch (asked) {
            case "getMethod" -> method;
            case "getScheme" -> "http";
            case "getServerName" -> "api.internal";
            case "getServerPort" -> 9080;
            case "getHeader" -> arguments == null ? null : headers.get(String.valueOf(arguments[0]));
            case "getCookies" -> new Cookie[] {new Cookie(cookie, "x")};
            default -> throw new UnsupportedOperationException(asked);
        };
    }
}
