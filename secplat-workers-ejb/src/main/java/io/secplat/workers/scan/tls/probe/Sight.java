package io.secplat.workers.scan.tls.probe;

import io.secplat.workers.scan.tls.rating.EphemeralKey;
import io.secplat.workers.scan.tls.rating.Offer;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * What a look at a server showed.
 *
 * @param offers its versions, newest first; empty when it chose nothing
 * @param keys the key exchanges it made, each once
 * @param chains those it sent in clear, at most {@value #MOST_CHAINS}, each once by the host's own certificate
 * @param compression whether it agreed to compress
 * @param secureRenegotiation whether each answer before TLS 1.3 named RFC 5746; empty without such an answer
 * @param fallbackRefused whether it refused a needless step down; empty where this was not asked or not answered
 * @param ownPreference whether its own order of suites counts and not the client's; empty with fewer than two suites
 * @param complete whether every question was answered; if not, what is not here may be there all the same
 * @param connections what the look cost
 */
public record Sight(
        List<Offer> offers,
        List<EphemeralKey> keys,
        List<List<X509Certificate>> chains,
        boolean compression,
        Optional<Boolean> secureRenegotiation,
        Optional<Boolean> fallbackRefused,
        Optional<Boolean> ownPreference,
        boolean complete,
        int connections) {

    /** Servers have one certificate, or one for each kind of key. */
    public static final int MOST_CHAINS = 4;

    public Sight {
        offers = List.copyOf(offers);
        keys = List.copyOf(keys);
        chains = List.copyOf(chains);
    }
}
