package io.secplat.workers.scan.tls.rating;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What was seen of a TLS server.
 *
 * @param offers its versions, newest first, at least one
 * @param keys the key exchanges that it made
 * @param certificates the one that it prefers first; none when it sent none, as with anonymous suites
 * @param compression whether it agreed to compress
 * @param secureRenegotiation whether it knows RFC 5746; empty where there is no version that needs it
 * @param fallbackRefused whether it refuses a needless step down (RFC 7507); empty where this was not asked
 * @param hstsSeconds the max-age of its Strict-Transport-Security; 0 without one
 */
public record ServerFacts(
        List<Offer> offers,
        List<EphemeralKey> keys,
        List<CertificateFacts> certificates,
        boolean compression,
        Optional<Boolean> secureRenegotiation,
        Optional<Boolean> fallbackRefused,
        long hstsSeconds) {

    public ServerFacts {
        offers = List.copyOf(offers);
        keys = List.copyOf(keys);
        certificates = List.copyOf(certificates);
    }

    public boolean speaks(Protocol... versions) {
        return offers.stream().anyMatch(offer -> Arrays.asList(versions).contains(offer.version()));
    }

    public Protocol newest() {
        return offers.stream()
                .map(Offer::version)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    public Protocol oldest() {
        return offers.stream()
                .map(Offer::version)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** All suites, each once. */
    public Stream<CipherSuite> suites() {
        return offers.stream().flatMap(offer -> offer.suites().stream()).distinct();
    }

    public boolean takes(Predicate<CipherSuite> kind) {
        return suites().anyMatch(kind);
    }

    /** Whether clients that can do everything get a suite of that kind, in TLS 1.1 or newer. */
    boolean prefers(Predicate<CipherSuite> kind) {
        return offers.stream()
                .filter(offer -> offer.version().isAtLeast(Protocol.TLS_1_1))
                .anyMatch(offer -> kind.test(offer.firstChoice()));
    }

    /** Whether modern clients get a suite of that kind in every modern version; the newest version stands in for those. */
    public boolean alwaysGives(Predicate<CipherSuite> kind) {
        return offers.stream()
                .filter(offer -> offer.version().isAtLeast(Protocol.TLS_1_2) || offer.version() == newest())
                .allMatch(offer -> kind.test(offer.firstChoice()));
    }

    /** The weakest key exchange over a prime. */
    public Optional<EphemeralKey> weakestPrime() {
        return keys.stream().filter(key -> !key.elliptic()).min(Comparator.comparingInt(EphemeralKey::strength));
    }

    boolean hasPrimeBelow(int bits) {
        return weakestPrime().filter(key -> key.strength() < bits).isPresent();
    }

    boolean hasKeyBelow(int bits) {
        return certificates.stream().anyMatch(facts -> facts.strength() < bits);
    }
}
