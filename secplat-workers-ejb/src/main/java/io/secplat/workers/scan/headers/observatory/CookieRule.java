package io.secplat.workers.scan.headers.observatory;

import static io.secplat.workers.scan.headers.observatory.Rating.COOKIES_ANTICSRF_WITHOUT_SAMESITE_FLAG;
import static io.secplat.workers.scan.headers.observatory.Rating.COOKIES_NOT_FOUND;
import static io.secplat.workers.scan.headers.observatory.Rating.COOKIES_SAMESITE_FLAG_INVALID;
import static io.secplat.workers.scan.headers.observatory.Rating.COOKIES_SECURE_WITH_HTTPONLY_SESSIONS;
import static io.secplat.workers.scan.headers.observatory.Rating.COOKIES_SECURE_WITH_HTTPONLY_SESSIONS_AND_SAMESITE;
import static io.secplat.workers.scan.headers.observatory.Rating.COOKIES_SESSION_WITHOUT_HTTPONLY_FLAG;
import static io.secplat.workers.scan.headers.observatory.Rating.COOKIES_SESSION_WITHOUT_SECURE_FLAG;
import static io.secplat.workers.scan.headers.observatory.Rating.COOKIES_SESSION_WITHOUT_SECURE_FLAG_BUT_PROTECTED_BY_HSTS;
import static io.secplat.workers.scan.headers.observatory.Rating.COOKIES_WITHOUT_SECURE_FLAG;
import static io.secplat.workers.scan.headers.observatory.Rating.COOKIES_WITHOUT_SECURE_FLAG_BUT_PROTECTED_BY_HSTS;

import io.secplat.workers.scan.headers.PublicSuffixes;
import io.secplat.workers.scan.headers.cookies.Cookie;
import io.secplat.workers.scan.headers.cookies.CookieJar;
import io.secplat.workers.scan.headers.cookies.CookieReader;
import io.secplat.workers.scan.headers.seen.Site;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Cookies: over HTTPS only, sessions out of reach of scripts, tokens against forgery bound to the site. The worst counts. */
final class CookieRule implements Rule {

    /** A load balancer of a hosting provider sets it, and its customers cannot change it. */
    private static final String NOT_THE_SITES_OWN = "heroku-session-affinity";

    private static final Set<Rating> PASSING = Set.of(
            COOKIES_NOT_FOUND,
            COOKIES_SECURE_WITH_HTTPONLY_SESSIONS_AND_SAMESITE,
            COOKIES_SECURE_WITH_HTTPONLY_SESSIONS);

    private static final List<Rating> FROM_GOOD_TO_BAD = List.of(
            COOKIES_WITHOUT_SECURE_FLAG_BUT_PROTECTED_BY_HSTS,
            COOKIES_WITHOUT_SECURE_FLAG,
            COOKIES_SESSION_WITHOUT_SECURE_FLAG_BUT_PROTECTED_BY_HSTS,
            COOKIES_SAMESITE_FLAG_INVALID,
            COOKIES_ANTICSRF_WITHOUT_SAMESITE_FLAG,
            COOKIES_SESSION_WITHOUT_HTTPONLY_FLAG,
            COOKIES_SESSION_WITHOUT_SECURE_FLAG);

    private final PublicSuffixes suffixes;
    private final TransportSecurityRule transportSecurity;

    CookieRule(PublicSuffixes suffixes, TransportSecurityRule transportSecurity) {
        this.suffixes = suffixes;
        this.transportSecurity = transportSecurity;
    }

    @Override
    public TestResult judge(Site site) {
        List<Cookie> cookies = CookieJar.kept(site.cookies(), suffixes).stream()
                .filter(cookie -> !cookie.name().equals(NOT_THE_SITES_OWN))
                .toList();
        Rating rating = cookies.isEmpty() ? COOKIES_NOT_FOUND : rating(cookies, site);
        return TestResult.of(Topic.COOKIES, rating, PASSING);
    }

    private Rating rating(Collection<Cookie> cookies, Site site) {
        boolean hsts = transportSecurity.judge(site).pass();
        Stream<Rating> lines = site.reply().headers().lines("set-cookie").stream()
                .filter(CookieReader::misusesSameSite)
                .map(line -> COOKIES_SAMESITE_FLAG_INVALID);
        return Stream.concat(lines, cookies.stream().flatMap(cookie -> faults(cookie, hsts)))
                .reduce((one, other) -> one.orWorse(other, FROM_GOOD_TO_BAD))
                .orElse(
                        cookies.stream().allMatch(Cookie::namesSameSite)
                                ? COOKIES_SECURE_WITH_HTTPONLY_SESSIONS_AND_SAMESITE
                                : COOKIES_SECURE_WITH_HTTPONLY_SESSIONS);
    }

    private static Stream<Rating> faults(Cookie cookie, boolean hsts) {
        Stream.Builder<Rating> faults = Stream.builder();
        if (!cookie.secure()) {
            faults.add(hsts ? COOKIES_WITHOUT_SECURE_FLAG_BUT_PROTECTED_BY_HSTS : COOKIES_WITHOUT_SECURE_FLAG);
        }
        if (cookie.isOpenInsecurely()) {
            faults.add(COOKIES_SAMESITE_FLAG_INVALID);
        }
        if (cookie.isAntiCsrf() && !cookie.namesSameSite()) {
            faults.add(COOKIES_ANTICSRF_WITHOUT_SAMESITE_FLAG);
        }
        if (cookie.isSession() && !cookie.secure()) {
            faults.add(
                    hsts
                            ? COOKIES_SESSION_WITHOUT_SECURE_FLAG_BUT_PROTECTED_BY_HSTS
                            : COOKIES_SESSION_WITHOUT_SECURE_FLAG);
        }
        if (cookie.isSession() && !cookie.httpOnly()) {
            faults.add(COOKIES_SESSION_WITHOUT_HTTPONLY_FLAG);
        }
        return faults.build();
    }
}
