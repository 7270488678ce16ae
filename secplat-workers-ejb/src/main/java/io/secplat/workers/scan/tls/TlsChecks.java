package io.secplat.workers.scan.tls;

import io.secplat.workers.scan.Check;
import io.secplat.workers.scan.headers.SecurityHeader;
import java.util.List;

/** What the scan {@code tls_headers} checks. */
final class TlsChecks {

    static final Check NO_HTTPS = tls("No HTTPS");
    static final Check CONNECTION = tls("TLS connection failed");
    static final Check VERIFICATION = tls("Certificate verification failed");
    static final Check EXPIRED = tls("Certificate expired");
    static final Check EXPIRING = tls("Certificate expiring within 14 days");
    static final Check OLD_VERSIONS = tls("Obsolete TLS versions offered");
    static final Check WEAK_SUITES = tls("Weak cipher suites offered");
    static final Check NO_FORWARD_SECRECY = tls("No forward secrecy");
    static final Check WEAK_KEY_EXCHANGE = tls("Weak key exchange");
    static final Check WEAK_CERTIFICATE = tls("Weak certificate key or signature");
    static final Check POOR_GRADE = tls("TLS grade below B");
    static final Check REQUEST = header("HTTP request failed");

    private TlsChecks() {}

    /** Those of a look at all that a server offers. */
    static List<Check> examined() {
        return List.of(OLD_VERSIONS, WEAK_SUITES, NO_FORWARD_SECRECY, WEAK_KEY_EXCHANGE, WEAK_CERTIFICATE, POOR_GRADE);
    }

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
