package io.secplat.workers.scan.tls;

import io.secplat.guard.HttpAnswer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how long a site wants to be asked over HTTPS alone (RFC 6797, section 6.1.1). */
final class StrictTransport {

    private static final Pattern MAX_AGE =
            Pattern.compile("(?:^|;)\\s*max-age\\s*=\\s*\"?(\\d{1,18})\"?\\s*(?:;|$)", Pattern.CASE_INSENSITIVE);

    private StrictTransport() {}

    /** Seconds; 0 when the answer does not say so, or says it over plain HTTP, where nobody listens. */
    static long seconds(HttpAnswer answer) {
        Matcher maxAge =
                MAX_AGE.matcher(answer.header("Strict-Transport-Security").orElse(""));
        return answer.url().secure() && maxAge.find() ? Long.parseLong(maxAge.group(1)) : 0;
    }
}
