package io.secplat.guard;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One GET, or the question of a stranger's page whether it may read the answer of one.
 *
 * @param redirects whether a redirect is followed; each step is checked by the guard
 * @param maxBody bytes of the body that are read; the rest is cut off
 * @param origin whose page asks (a CORS preflight of the Fetch Standard, sent by OPTIONS); empty for a GET
 */
public record HttpAsk(
        TargetUrl url, Redirects redirects, TlsTrust trust, TimeLimits limits, int maxBody, Optional<String> origin) {

    public static final int DEFAULT_MAX_BODY = 64 * 1024;

    private static final Pattern ORIGIN = Pattern.compile("https?://[a-z0-9.-]+(:[0-9]{1,5})?");

    /** Which redirects are followed, at most five. */
    public enum Redirects {
        NONE,
        SAME_HOST
    }

    public HttpAsk {
        if (maxBody < 0) {
            throw new IllegalArgumentException("maxBody must not be negative");
        }
        if (!origin.map(ORIGIN::matcher).map(Matcher::matches).orElse(true)) {
            throw new IllegalArgumentException("origin must be scheme, host and port");
        }
    }

    /** Follows nothing, requires trust, takes at most 15 s and 64 KiB. */
    public static HttpAsk of(TargetUrl url) {
        return new HttpAsk(
                url, Redirects.NONE, TlsTrust.REQUIRED, TimeLimits.DEFAULT, DEFAULT_MAX_BODY, Optional.empty());
    }

    public HttpAsk to(TargetUrl other) {
        return new HttpAsk(other, redirects, trust, limits, maxBody, origin);
    }

    public HttpAsk following(Redirects rule) {
        return new HttpAsk(url, rule, trust, limits, maxBody, origin);
    }

    public HttpAsk trusting(TlsTrust level) {
        return new HttpAsk(url, redirects, level, limits, maxBody, origin);
    }

    public HttpAsk within(TimeLimits time) {
        return new HttpAsk(url, redirects, trust, time, maxBody, origin);
    }

    public HttpAsk atMost(int bodyBytes) {
        return new HttpAsk(url, redirects, trust, limits, bodyBytes, origin);
    }

    /** Asks whether a page of that origin may read what a GET would answer. */
    public HttpAsk preflight(String asker) {
        return new HttpAsk(url, redirects, trust, limits, maxBody, Optional.of(asker));
    }

    /** The method it is sent by. */
    public String method() {
        return origin.isPresent() ? "OPTIONS" : "GET";
    }
}
