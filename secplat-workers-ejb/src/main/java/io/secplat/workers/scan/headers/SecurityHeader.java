package io.secplat.workers.scan.headers;

import io.secplat.guard.HttpAnswer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The security headers that scans look for, with the advice for a host that lacks one. */
public enum SecurityHeader {
    HSTS("HSTS", "Strict-Transport-Security", "max-age=31536000; includeSubDomains"),
    CSP("CSP", "Content-Security-Policy", "default-src 'self'"),
    X_FRAME_OPTIONS("X-Frame-Options", "X-Frame-Options", "DENY"),
    X_CONTENT_TYPE_OPTIONS("X-Content-Type-Options", "X-Content-Type-Options", "nosniff"),
    REFERRER_POLICY("Referrer-Policy", "Referrer-Policy", "strict-origin-when-cross-origin"),
    PERMISSIONS_POLICY("Permissions-Policy", "Permissions-Policy", "camera=(), microphone=(), geolocation=()");

    private final String title;
    private final String header;
    private final String goodValue;

    SecurityHeader(String title, String header, String goodValue) {
        this.title = title;
        this.header = header;
        this.goodValue = goodValue;
    }

    /** Those that the answer lacks. */
    public static List<SecurityHeader> missingIn(HttpAnswer answer) {
        return Arrays.stream(values())
                .filter(header -> header.isMissingIn(answer))
                .toList();
    }

    /** The name in titles of findings. */
    public String title() {
        return title;
    }

    /** What to do about its absence. */
    public String remediation() {
        return "Let the web server or application send the header \"" + header + ": " + goodValue
                + "\" (or a value that suits the site) with every answer, then scan again.";
    }

    /** Addresses of public documents about it. */
    public List<String> references() {
        return List.of("https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/" + header);
    }

    /** An empty header counts as missing, and so does an HSTS that ends at once. */
    public boolean isMissingIn(HttpAnswer answer) {
        String value = answer.header(header).orElse("").strip().toLowerCase(Locale.ROOT);
        return value.isEmpty() || (this == HSTS && value.replace("\"", "").matches("max-age\\s*=\\s*0+\\s*(;.*)?"));
    }
}
