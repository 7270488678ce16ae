package io.secplat.workers.scan.tls;

import io.secplat.workers.scan.Check;
import io.secplat.workers.scan.headers.SecurityHeader;

/** What the scan {@code tls_headers} checks. */
final class TlsChecks {

    static final Check NO_HTTPS = tls("No HTTPS");
    static final Check CONNECTION = tls("TLS connection failed");
    static final Check VERIFICATION = tls("Certificate verification failed");
    static final Check EXPIRED = tls("Certificate expired");
    static final Check EXPIRING = tls("Certificate expiring within 14 days");
    static final Check REQUEST = header("HTTP request failed");

    private TlsChecks() {}

    static Check missing(SecurityHeader header) {
        return header("Missing " + header.title());
    }

    private static Check tls(String title) {
        return new Check("tls_scan", "tls", "tls", title);
    }

    private static Check header(String title) {
        return new Check("header_scan", "security_headers", "headers", title);
    }
}
