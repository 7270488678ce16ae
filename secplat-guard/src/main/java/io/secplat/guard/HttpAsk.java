package io.secplat.guard;

/**
 * One GET.
 *
 * @param redirects whether a redirect is followed; each step is checked by the guard
 * @param maxBody bytes of the body that are read; the rest is cut off
 */
public record HttpAsk(TargetUrl url, Redirects redirects, TlsTrust trust, TimeLimits limits, int maxBody) {

    public static final int DEFAULT_MAX_BODY = 64 * 1024;

    /** Which redirects are followed, at most five. */
    public enum Redirects {
        NONE,
        SAME_HOST
    }

    public HttpAsk {
        if (maxBody < 0) {
            throw new IllegalArgumentException("maxBody must not be negative");
        }
    }

    /** Follows nothing, requires trust, takes at most 15 s and 64 KiB. */
    public static HttpAsk of(TargetUrl url) {
        return new HttpAsk(url, Redirects.NONE, TlsTrust.REQUIRED, TimeLimits.DEFAULT, DEFAULT_MAX_BODY);
    }

    public HttpAsk to(TargetUrl other) {
        return new HttpAsk(other, redirects, trust, limits, maxBody);
    }

    public HttpAsk following(Redirects rule) {
        return new HttpAsk(url, rule, trust, limits, maxBody);
    }

    public HttpAsk trusting(TlsTrust level) {
        return new HttpAsk(url, redirects, level, limits, maxBody);
    }

    public HttpAsk within(TimeLimits time) {
        return new HttpAsk(url, redirects, trust, time, maxBody);
    }

    public HttpAsk atMost(int bodyBytes) {
        return new HttpAsk(url, redirects, trust, limits, bodyBytes);
    }
}
