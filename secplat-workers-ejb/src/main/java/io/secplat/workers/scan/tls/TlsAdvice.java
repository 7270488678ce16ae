package io.secplat.workers.scan.tls;

/** What to do about a weak TLS server. */
final class TlsAdvice {

    static final String VERSIONS =
            "Offer TLS 1.2 and 1.3 alone (nginx: ssl_protocols TLSv1.2 TLSv1.3; Apache: SSLProtocol -all +TLSv1.2 "
                    + "+TLSv1.3). Look first in the access log for clients that would be left out. "
                    + "See https://www.rfc-editor.org/rfc/rfc8996 and, for SSL 3.0, https://www.rfc-editor.org/rfc/rfc7568";

    static final String SUITES =
            "Take the suites named in the evidence out of the server's list and keep ECDHE suites with AES-GCM or "
                    + "ChaCha20-Poly1305. A finished list for most servers: https://ssl-config.mozilla.org/ ; "
                    + "the reasons: https://www.rfc-editor.org/rfc/rfc9325#section-4";

    static final String FORWARD_SECRECY =
            "Put ECDHE suites first in the server's list and let the server's order count, or offer TLS 1.3; "
                    + "suites whose names begin with TLS_RSA can then go. See https://www.rfc-editor.org/rfc/rfc9325#section-4.1";

    static final String KEY_EXCHANGE =
            "Take DHE suites out of the list in favour of ECDHE, or give the server a group of 2048 bits or more, "
                    + "best one of RFC 7919. See https://weakdh.org/sysadmin.html";

    static final String CERTIFICATE =
            "Make a new key, RSA of 2048 bits or more or ECDSA on P-256, and let the authority issue a certificate signed "
                    + "with SHA-256 or better, its intermediate certificates included. See https://www.rfc-editor.org/rfc/rfc9325#section-4.5";

    static final String GRADE =
            "Mend what the evidence names, the worst first, and scan again; the other TLS findings of this asset say how. "
                    + "How the grade comes about: https://github.com/ssllabs/research/wiki/SSL-Server-Rating-Guide";

    private TlsAdvice() {}
}
