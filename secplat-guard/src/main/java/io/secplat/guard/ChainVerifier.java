package io.secplat.guard;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Verifies chains that came without a handshake of ours, as {@link TrustObserver} does within one. */
final class ChainVerifier {

    /** The authentication type of a handshake whose suite does not tell it. */
    private static final String ANY_TYPE = "UNKNOWN";

    private final TrustedRoots roots;
    private final Clock clock;

    ChainVerifier(TrustedRoots roots, Clock clock) {
        this.roots = roots;
        this.clock = clock;
    }

    Optional<String> distrust(List<X509Certificate> chain) {
        if (chain.isEmpty()) {
            return Optional.of("no certificate");
        }
        try {
            roots.verifierAt(TrustObserver.lastValid(chain.get(0), clock.instant()))
                    .checkServerTrusted(chain.toArray(new X509Certificate[0]), ANY_TYPE);
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            return Optional.of(TrustObserver.reason(e));
        }
    }
}
