package io.secplat.workers.scan.headers.observatory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.workers.scan.headers.seen.Page;
import io.secplat.workers.scan.headers.seen.Site;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule by itself, without the published package; {@link ObservatoryParityTest} compares with it. */
class ObservatoryTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "default-src 'none' | csp-implemented-with-no-unsafe-default-src-none",
                "default-src 'self' | csp-implemented-with-no-unsafe",
                "default-src 'none'; style-src 'unsafe-inline' | csp-implemented-with-unsafe-inline-in-style-src-only",
                "default-src 'self'; img-src http: | csp-implemented-with-insecure-scheme-in-passive-content-only",
                "default-src 'self'; font-src http://a.example | csp-implemented-with-insecure-scheme",
                "default-src 'self'; script-src 'unsafe-eval' | csp-implemented-with-unsafe-eval",
                "default-src 'self'; script-src 'unsafe-inline' | csp-implemented-with-unsafe-inline",
                "default-src 'self'; script-src 'unsafe-inline' 'nonce-x' | csp-implemented-with-no-unsafe",
                "default-src 'self'; script-src https: 'strict-dynamic' 'nonce-x' | csp-implemented-with-no-unsafe",
                "default-src 'self'; script-src 'strict-dynamic' | csp-header-invalid",
                "default-src 'self'; object-src * | csp-implemented-with-unsafe-inline",
                "img-src 'self' | csp-implemented-with-unsafe-inline",
                "default-src 'self'; report-uri /a; report-uri /b | csp-implemented-but-duplicate-directives",
                "default-src 'self'; default-src 'none' | csp-header-invalid",
                ";;;;;;; | csp-not-implemented",
                "x | csp-header-invalid"
            })
    void the_worst_that_a_policy_allows_counts(String policy, String result) {
        assertThat(new SiteBench().sends("Content-Security-Policy", policy).result(Topic.CONTENT_SECURITY_POLICY))
                .isEqualTo(result);
    }

    @Test
    void a_policy_may_stand_in_the_page_and_two_headers_are_one_text() {
        String meta = "<meta http-equiv=content-security-policy content=\"default-src 'none'\">";
        assertThat(new SiteBench().says(meta).result(Topic.CONTENT_SECURITY_POLICY))
                .isEqualTo("csp-implemented-with-no-unsafe-default-src-none");
        assertThat(new SiteBench()
                        .sends("Content-Security-Policy", "default-src 'none'", "default-src 'none'")
                        .result(Topic.CONTENT_SECURITY_POLICY))
                .isEqualTo("csp-implemented-with-no-unsafe");
        assertThat(new SiteBench()
                        .sends("Content-Security-Policy-Report-Only", "default-src 'none'")
                        .result(Topic.CONTENT_SECURITY_POLICY))
                .isEqualTo("csp-not-implemented-but-reporting-enabled");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id=1; Secure; SameSite=Lax | cookies-secure-with-httponly-sessions-and-samesite",
                "id=1; Secure | cookies-secure-with-httponly-sessions",
                "id=1 | cookies-without-secure-flag",
                "SESSION=1; HttpOnly | cookies-session-without-secure-flag",
                "SESSION=1; Secure | cookies-session-without-httponly-flag",
                "csrftoken=1; Secure | cookies-anticsrf-without-samesite-flag",
                "id=1; Secure; SameSite=maybe | cookies-samesite-flag-invalid",
                "id=1; SameSite=None | cookies-samesite-flag-invalid",
                "heroku-session-affinity=1 | cookies-not-found",
                "id | cookies-not-found"
            })
    void the_worst_of_all_cookies_counts(String line, String result) {
        assertThat(new SiteBench()
                        .sends("Set-Cookie", "a=1; Secure; SameSite=Strict; Domain=other.example", line)
                        .result(Topic.COOKIES))
                .isEqualTo(result);
    }

    @Test
    void hsts_makes_up_for_cookies_without_secure_in_part() {
        SiteBench site = new SiteBench().sends("Strict-Transport-Security", "max-age=31536000");
        assertThat(site.sends("Set-Cookie", "id=1").result(Topic.COOKIES))
                .isEqualTo("cookies-without-secure-flag-but-protected-by-hsts");
        assertThat(site.sends("Set-Cookie", "sess=1; HttpOnly").result(Topic.COOKIES))
                .isEqualTo("cookies-session-without-secure-flag-but-protected-by-hsts");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max-age=31536000; includeSubDomains | hsts-implemented-max-age-at-least-six-months",
                "max-age=15552000 | hsts-implemented-max-age-at-least-six-months",
                "max-age=15551999 | hsts-implemented-max-age-less-than-six-months",
                "includeSubDomains | hsts-header-invalid",
                "max-age = 31536000 | hsts-header-invalid",
                "max-age=soon | hsts-implemented-max-age-at-least-six-months",
                "max-age=1, max-age=31536000 | hsts-header-invalid"
            })
    void hsts_needs_an_age_of_half_a_year(String value, String result) {
        assertThat(new SiteBench().sends("Strict-Transport-Security", value).result(Topic.STRICT_TRANSPORT_SECURITY))
                .isEqualTo(result);
    }

    @Test
    void hsts_needs_a_good_certificate_unless_browsers_know_the_host_already() {
        SiteBench site = new SiteBench()
                .sends("Strict-Transport-Security", "max-age=31536000")
                .distrusted();
        assertThat(site.result(Topic.STRICT_TRANSPORT_SECURITY)).isEqualTo("hsts-invalid-cert");
        assertThat(site.at("www.preloaded.example").result(Topic.STRICT_TRANSPORT_SECURITY))
                .isEqualTo("hsts-preloaded");
        assertThat(site.at("www.alone.example").result(Topic.STRICT_TRANSPORT_SECURITY))
                .isEqualTo("hsts-invalid-cert");
        assertThat(site.overHttpOnly().result(Topic.STRICT_TRANSPORT_SECURITY))
                .isEqualTo("hsts-not-implemented-no-https");
    }

    @ParameterizedTest
    @CsvSource({
        "redirection-missing, http://site.example/",
        "redirection-to-https, http://site.example/ https://site.example/ https://www.site.example/",
        "redirection-off-host-from-http, http://site.example/ https://www.site.example/",
        "redirection-not-to-https-on-initial-redirection, http://site.example/ http://www.site.example/ https://www.site.example/",
        "redirection-not-to-https, http://site.example/ http://www.site.example/",
        "redirection-all-redirects-preloaded, http://preloaded.example/ http://www.preloaded.example/"
    })
    void http_leads_to_https_of_the_same_host_first(String result, String route) {
        assertThat(new SiteBench().goes(route.split(" ", -1)).result(Topic.REDIRECTION))
                .isEqualTo(result);
    }

    @Test
    void a_site_without_http_needs_no_redirect_and_a_bad_certificate_on_the_way_spoils_it() {
        assertThat(new SiteBench().result(Topic.REDIRECTION)).isEqualTo("redirection-not-needed-no-http");
        assertThat(new SiteBench()
                        .goes("http://site.example/", "https://site.example/")
                        .overBadCertificate()
                        .result(Topic.REDIRECTION))
                .isEqualTo("redirection-invalid-cert");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no-referrer | referrer-policy-private",
                "unsafe-url, STRICT-ORIGIN , new-one | referrer-policy-private",
                "no-referrer, origin | referrer-policy-unsafe",
                "never | referrer-policy-header-invalid"
            })
    void the_last_referrer_policy_that_is_one_counts(String value, String result) {
        assertThat(new SiteBench().sends("Referrer-Policy", value).result(Topic.REFERRER_POLICY))
                .isEqualTo(result);
        assertThat(new SiteBench().result(Topic.REFERRER_POLICY)).isEqualTo("referrer-policy-not-implemented");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p> | sri-not-implemented-but-no-scripts-loaded",
                "<script src=/a.js></script> | sri-not-implemented-but-all-scripts-loaded-from-secure-origin",
                "<script src=/a.js integrity=x></script> | sri-implemented-and-all-scripts-loaded-securely",
                "<script src=https://cdn.site.example/a.js></script> | sri-not-implemented-but-all-scripts-loaded-from-secure-origin",
                "<script src=https://cdn.example/a.js></script> | sri-not-implemented-but-external-scripts-loaded-securely",
                "<script src=https://cdn.example/a.js integrity=x></script> | sri-implemented-and-external-scripts-loaded-securely",
                "<script src=//cdn.example/a.js integrity=x></script> | sri-implemented-but-external-scripts-not-loaded-securely",
                "<script src=http://cdn.example/a.js></script> | sri-not-implemented-and-external-scripts-not-loaded-securely"
            })
    void scripts_of_others_come_over_https_and_with_a_hash(String page, String result) {
        assertThat(new SiteBench().says(page).result(Topic.SUBRESOURCE_INTEGRITY))
                .isEqualTo(result);
    }

    @Test
    void what_is_no_html_loads_no_scripts() {
        assertThat(new SiteBench().result(Topic.SUBRESOURCE_INTEGRITY))
                .isEqualTo("sri-not-implemented-response-not-html");
    }

    @ParameterizedTest
    @CsvSource({
        "X-Content-Type-Options, NoSniff, X_CONTENT_TYPE_OPTIONS, x-content-type-options-nosniff",
        "X-Content-Type-Options, sniff, X_CONTENT_TYPE_OPTIONS, x-content-type-options-header-invalid",
        "X-Other, x, X_CONTENT_TYPE_OPTIONS, x-content-type-options-not-implemented",
        "X-Frame-Options, deny, X_FRAME_OPTIONS, x-frame-options-sameorigin-or-deny",
        "X-Frame-Options, Allow-From https://a.example, X_FRAME_OPTIONS, x-frame-options-allow-from-origin",
        "X-Frame-Options, ALLOWALL, X_FRAME_OPTIONS, x-frame-options-header-invalid",
        "X-Other, x, X_FRAME_OPTIONS, x-frame-options-not-implemented",
        "Content-Security-Policy, frame-ancestors 'none', X_FRAME_OPTIONS, x-frame-options-implemented-via-csp",
        "Cross-Origin-Resource-Policy, Same-Origin, CROSS_ORIGIN_RESOURCE_POLICY, corp-implemented-with-same-origin",
        "Cross-Origin-Resource-Policy, same-site, CROSS_ORIGIN_RESOURCE_POLICY, corp-implemented-with-same-site",
        "Cross-Origin-Resource-Policy, cross-origin, CROSS_ORIGIN_RESOURCE_POLICY, corp-implemented-with-cross-origin",
        "Cross-Origin-Resource-Policy, anyone, CROSS_ORIGIN_RESOURCE_POLICY, corp-header-invalid",
        "X-Other, x, CROSS_ORIGIN_RESOURCE_POLICY, corp-not-implemented"
    })
    void headers_with_few_values_are_compared_with_them(String header, String value, Topic topic, String result) {
        assertThat(new SiteBench().sends(header, value).result(topic)).isEqualTo(result);
    }

    @Test
    void a_header_twice_is_one_text_that_means_nothing() {
        assertThat(new SiteBench().sends("X-Frame-Options", "DENY", "DENY").result(Topic.X_FRAME_OPTIONS))
                .isEqualTo("x-frame-options-header-invalid");
    }

    @ParameterizedTest
    @CsvSource({
        "*, true, cross-origin-resource-sharing-implemented-with-public-access",
        "https://stranger.example, true, cross-origin-resource-sharing-implemented-with-universal-access",
        "https://stranger.example, false, cross-origin-resource-sharing-implemented-with-restricted-access",
        "https://friend.example, true, cross-origin-resource-sharing-implemented-with-restricted-access",
        "'', true, cross-origin-resource-sharing-not-implemented"
    })
    void any_origin_with_credentials_is_open_to_all(String origin, String credentials, String result) {
        assertThat(new SiteBench().tellsStrangers(origin, credentials).result(Topic.CROSS_ORIGIN_RESOURCE_SHARING))
                .isEqualTo(result);
    }

    @Test
    void bonuses_count_only_from_ninety_points_on() {
        SiteBench site = new SiteBench()
                .sends("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .sends("Strict-Transport-Security", "max-age=60")
                .sends("X-Content-Type-Options", "nosniff");
        assertThat(site.judged().score()).isEqualTo(105);
        assertThat(site.judged().grade()).isEqualTo("A+");

        site.sends("X-Content-Type-Options", "sniff");
        assertThat(site.judged().score()).isEqualTo(85);
        assertThat(site.judged().grade()).isEqualTo("A-");
    }

    @Test
    void the_score_ends_at_nothing() {
        Scorecard card = new SiteBench()
                .says("<script src=http://cdn.example/a.js></script>")
                .tellsStrangers("https://stranger.example", "true")
                .judged();
        assertThat(card.score()).isZero();
        assertThat(card.grade()).isEqualTo("F");
    }

    @Test
    void some_statuses_are_no_page_and_a_site_that_does_not_answer_is_none() {
        assertThat(List.of(200, 204, 301, 399, 401, 403)).allMatch(Observatory::judges);
        assertThat(List.of(199, 400, 402, 404, 500)).noneMatch(Observatory::judges);
        assertThatThrownBy(() -> new Site(
                        "a.example",
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Page.NONE,
                        List.of(),
                        Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
