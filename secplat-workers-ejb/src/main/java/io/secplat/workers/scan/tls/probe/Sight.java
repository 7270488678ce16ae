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
 * @param chain the first chain it sent in clear; empty when there was none
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
        List<X509Certificate> chain,
        boolean compression,
        Optional<Boolean> secureRenegotiation,
        Optional<Boolean> fallbackRefused,
        Optional<Boolean> ownPreference,
        boolean complete,
        int connections) {

    public Sight {
        offers = List.copyOf(offers);
        keys = List.copyOf(keys);
        chain = List.copyOf(chain);
    }
}
