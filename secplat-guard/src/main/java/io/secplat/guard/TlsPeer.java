package io.secplat.guard;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a TLS handshake showed.
 *
 * @param version {@code 1.2} or {@code 1.3}
 * @param chain as sent, the host's own certificate first, at least one
 * @param distrust why chain or name are not trusted, apart from the end of the host's own certificate; empty when they are
 */
public record TlsPeer(String version, List<X509Certificate> chain, Optional<String> distrust) {

    public TlsPeer {
        chain = List.copyOf(chain);
    }

    /** The host's own certificate. */
    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** When the host's own certificate ends. */
    public Instant expiresAt() {
        return certificate().getNotAfter().toInstant();
    }
}
