package io.secplat.workers.scan.tls.rating;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is known of the certificates that a server sends.
 *
 * @param distrust why the chain is not believed, apart from name and end; empty when it is
 * @param named whether the host's own certificate is for the host
 * @param expired whether the host's own certificate has ended
 * @param key of the host's own certificate, for people: {@code RSA 2048 bits}
 * @param strength of that key, as bits of an RSA key
 * @param signatures how the certificates of the chain are signed, those that sign themselves left out
 */
public record CertificateFacts(
        Optional<String> distrust, boolean named, boolean expired, String key, int strength, List<String> signatures) {

    public CertificateFacts {
        signatures = List.copyOf(signatures);
    }

    /** With MD2, MD4 or MD5. */
    public boolean isSignedInsecurely() {
        return isSignedWith("MD");
    }

    /** With SHA-1. */
    public boolean isSignedWeakly() {
        return isSignedWith("SHA1");
    }

    private boolean isSignedWith(String digest) {
        return signatures.stream()
                .anyMatch(signature -> signature.toUpperCase(Locale.ROOT).startsWith(digest));
    }
}
