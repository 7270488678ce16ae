package io.secplat.workers.scan.headers.observatory;

import io.secplat.workers.scan.headers.observatory.MadeUpSite.Answer;
import io.secplat.workers.scan.headers.observatory.MadeUpSite.Cookie;
import io.secplat.workers.scan.headers.observatory.MadeUpSite.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Sites of every kind, in an order that its seed decides. */
final class MadeUpSites {

    /** Hosts that the preload list of the test holds, and whether with all below. */
    static final Map<String, Boolean> PRELOADED =
            Map.of("preloaded.example", true, "alone.example", false, "dev", true, "sub.half.example", true);

    private final Dice dice;
    private final MadeUpPolicies policies;
    private final MadeUpPages pages;

    MadeUpSites(long seed) {
        dice = new Dice(seed);
        policies = new MadeUpPolicies(dice);
        pages = new MadeUpPages(dice, policies);
    }

    MadeUpSite next() {
        String host = host();
        boolean good = dice.chance(25);
        List<String> cookies = dice.chance(40) ? dice.some(3, this::cookie) : List.of();
        boolean secure = dice.chance(92);
        Answer https = secure ? new Answer(lines(good, cookies), dice.chance(93)) : null;
        Answer http = !secure || dice.chance(85)
                ? new Answer(lines(false, secure ? List.of() : cookies), dice.chance(95))
                : null;
        return new MadeUpSite(
                host,
                https,
                http,
                http == null ? List.of() : route(host),
                dice.chance(60) ? pages.page() : "",
                sent(host, secure, cookies),
                cors());
    }

    static String referrer(Dice dice) {
        List<String> all = dice.some(
                3,
                () -> dice.spelled(dice.one(
                        "no-referrer",
                        "same-origin",
                        "strict-origin",
                        "strict-origin-when-cross-origin",
                        "origin",
                        "unsafe-url",
                        "origin-when-cross-origin",
                        "no-referrer-when-downgrade",
                        "never",
                        "")));
        return dice.worn(String.join(dice.one(", ", ",", " ", ";"), all)).replace("\"", "");
    }

    private String host() {
        return dice.one(
                "site.example",
                "site.example",
                "www.site.example",
                "site.co.uk",
                "a.github.io",
                "127.0.0.1",
                "localhost",
                "preloaded.example",
                "www.preloaded.example",
                "alone.example",
                "www.alone.example",
                "some.dev",
                "half.example",
                "x.sub.half.example",
                "site.internal");
    }

    private List<Line> lines(boolean good, List<String> cookies) {
        List<Line> lines = new ArrayList<>();
        add(
                lines,
                good,
                75,
                "content-type",
                () -> dice.one(
                        "text/html",
                        "text/html; charset=utf-8",
                        "application/xhtml+xml",
                        "text/html ; charset=utf-8",
                        "Text/HTML",
                        "text/plain",
                        "application/json",
                        "",
                        "text/html,text/plain"));
        add(lines, good, 60, "content-security-policy", policies::policy);
        add(lines, false, 15, "content-security-policy-report-only", policies::policy);
        add(lines, good, 60, "strict-transport-security", () -> good ? "max-age=31536000; includeSubDomains" : age());
        add(
                lines,
                good,
                55,
                "x-content-type-options",
                () -> good ? "nosniff" : dice.worn(dice.spelled(dice.one("nosniff", "nosniff", "no", "", "nosniff;"))));
        add(
                lines,
                good,
                55,
                "x-frame-options",
                () -> good
                        ? "DENY"
                        : dice.worn(dice.spelled(dice.one(
                                "DENY",
                                "SAMEORIGIN",
                                "ALLOW-FROM https://a.example",
                                "allow-fromage",
                                "ALLOWALL",
                                "",
                                "deny, deny"))));
        add(lines, good, 45, "referrer-policy", () -> good ? "no-referrer" : referrer(dice));
        add(
                lines,
                good,
                35,
                "cross-origin-resource-policy",
                () -> dice.worn(dice.spelled(dice.one("same-origin", "same-site", "cross-origin", "none", ""))));
        cookies.forEach(cookie -> lines.add(new Line("Set-Cookie", cookie)));
        return lines;
    }

    private void add(List<Line> lines, boolean surely, int percent, String name, Supplier<String> value) {
        if (surely || dice.chance(percent)) {
            lines.add(new Line(dice.chance(80) ? name : name.toUpperCase(Locale.ROOT), header(value.get())));
            if (!surely && dice.chance(10)) {
                lines.add(new Line(name, header(value.get())));
            }
        }
    }

    /** What a server's HTTP library leaves of it. */
    private static String header(String value) {
        return value.replaceAll("^[ \t]+|[ \t]+$", "").replaceAll("[^\\x09\\x20-\\x7e\\x80-\\xff]", "");
    }

    private String age() {
        return dice.worn(dice.spelled(dice.one(
                "max-age=31536000",
                "max-age=15552000",
                "max-age=15551999",
                "max-age=0",
                "max-age=\"31536000\"",
                "max-age=",
                "max-age=-1",
                "max-age = 31536000",
                "Max-Age=63072000; includeSubDomains; preload",
                "includeSubDomains",
                "max-age=31536000, max-age=31536000",
                "max-age=1e9",
                "max-age= 31536000",
                "max-age=99999999999999999999",
                "max-age=10; max-age=31536000",
                "max-age=31536000;",
                "preload; max-age=31536000",
                "max-age=+20000000",
                "x".repeat(1_020) + ";max-age=31536000",
                "max-age=" + "0".repeat(130) + "31536000",
                "")));
    }

    private String cookie() {
        String name = dice.one(
                "id",
                "id",
                "JSESSIONID",
                "PHPSESSID",
                "login_token",
                "csrf",
                "XSRF-csrftoken",
                "theme",
                "__Secure-id",
                "__Host-sess",
                "__host-sess",
                "heroku-session-affinity",
                "samesite",
                "",
                "a b");
        List<String> attributes = dice.some(
                6,
                () -> dice.worn(dice.spelled(dice.one(
                        "Secure",
                        "Secure",
                        "HttpOnly",
                        "HttpOnly",
                        "SameSite=Lax",
                        "SameSite=Strict",
                        "SameSite=None",
                        "SameSite",
                        "SameSite=",
                        "SameSite=maybe",
                        "samesite = lax",
                        "Path=/",
                        "Path=/app",
                        "Path=app",
                        "Domain=site.example",
                        "Domain=.site.example",
                        "Domain=..site.example",
                        "Domain=example",
                        "Domain=co.uk",
                        "Domain=site.co.uk",
                        "Domain=github.io",
                        "Domain=other.example",
                        "Domain=127.0.0.1",
                        "Domain=localhost",
                        "Domain=",
                        "Domain",
                        "Max-Age=0",
                        "Max-Age=3600",
                        "Expires=Thu, 01 Jan 1970 00:00:00 GMT",
                        "Expires=soon",
                        "Priority=High",
                        "Secure=false",
                        "Partitioned",
                        ""))));
        String pair = dice.chance(95)
                ? name + dice.one("=", "=", "=", " = ", "==") + dice.one("1", "", "a=b", "\"q\"")
                : name;
        return header(dice.worn(pair
                + attributes.stream()
                        .map(attribute -> dice.one("; ", ";", " ; ") + attribute)
                        .reduce("", String::concat)));
    }

    private List<Cookie> sent(String host, boolean secure, List<String> cookies) {
        String root = (secure ? "https://" : "http://") + host;
        Stream<Cookie> before = dice.chance(15)
                ? Stream.of(new Cookie(root + dice.one("/", "/a/b", "/login"), cookie()))
                : Stream.empty();
        return Stream.concat(before, cookies.stream().map(line -> new Cookie(root + "/", line)))
                .toList();
    }

    private List<String> route(String host) {
        List<String> route = new ArrayList<>(List.of("http://" + host + "/"));
        if (dice.chance(55)) {
            route.add("https://" + host + "/");
        }
        route.addAll(dice.some(
                2,
                () -> dice.one("http://", "https://", "https://") + dice.one(host, "www." + host(), host()) + "/"
                        + dice.one("", "home")));
        return route.stream()
                .map(url -> url.replace("www.127.0.0.1", "127.0.0.1"))
                .toList();
    }

    private List<Line> cors() {
        List<Line> lines = new ArrayList<>();
        if (dice.chance(40)) {
            add(
                    lines,
                    true,
                    100,
                    "access-control-allow-origin",
                    () -> dice.spelled(dice.one(
                            "*", MadeUpSite.ORIGIN, MadeUpSite.ORIGIN, "https://friend.example", "null", "", "*, *")));
            add(
                    lines,
                    false,
                    60,
                    "access-control-allow-credentials",
                    () -> dice.spelled(dice.one("true", "true", "false", "")));
        }
        return lines;
    }
}
