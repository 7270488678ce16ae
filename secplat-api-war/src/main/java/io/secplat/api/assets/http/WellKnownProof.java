package io.secplat.api.assets.http;

import io.secplat.api.assets.DomainProof;
import io.secplat.api.assets.VerificationMethod;
import io.secplat.guard.GuardedHttp;
import io.secplat.guard.HttpAnswer;
import io.secplat.guard.HttpAsk;
import io.secplat.guard.TargetRefusedException;
import io.secplat.guard.TargetUrl;
import io.secplat.guard.TimeLimits;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The domain serves its token in a well-known file, over HTTPS or else HTTP. Redirects are not followed. */
public final class WellKnownProof implements DomainProof {

    private static final String PATH = "/.well-known/secplat-verification.txt";
    private static final int MOST_BYTES = 1024;

    /** Somebody waits for the answer, and a host that speaks http alone may let a TLS greeting hang. */
    private static final TimeLimits LIMITS = new TimeLimits(Duration.ofSeconds(3), Duration.ofSeconds(5));

    private static final int OK = 200;
    private static final String PROVEN = "proven";

    private final GuardedHttp http;

    public WellKnownProof(GuardedHttp http) {
        this.http = http;
    }

    @Override
    public VerificationMethod method() {
        return VerificationMethod.WELL_KNOWN;
    }

    @Override
    public Result look(String name, String token) {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (String scheme : new String[] {"https", "http"}) {
            String seen = ask(scheme + "://" + name + PATH, token);
            if (seen.equals(PROVEN)) {
                return new Result.Proven();
            }
            reasons.put(scheme, seen);
        }
        return new Result.Missing(reasons);
    }

    private String ask(String url, String token) {
        try {
            HttpAnswer answer =
                    http.get(HttpAsk.of(TargetUrl.parse(url)).within(LIMITS).atMost(MOST_BYTES));
            if (answer.status() != OK) {
                return "http_status_" + answer.status();
            }
            return answer.bodyText().strip().equals(token) ? PROVEN : "token_mismatch";
        } catch (TargetRefusedException e) {
            return "target_refused";
        } catch (IOException e) {
            return "unreachable";
        } catch (IllegalArgumentException e) {
            return "invalid_name";
        }
    }
}
