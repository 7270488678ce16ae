package io.secplat.workers.scan.tls.probe;

import io.secplat.workers.scan.tls.rating.CipherSuite;
import io.secplat.workers.scan.tls.rating.EphemeralKey;
import io.secplat.workers.scan.tls.rating.Offer;
import io.secplat.workers.scan.tls.rating.Protocol;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A {@link Sight} in the making. */
final class Notes {

    private final Map<Protocol, List<CipherSuite>> suites = new TreeMap<>(Comparator.reverseOrder());
    private final Set<EphemeralKey> keys = new LinkedHashSet<>();
    private List<X509Certificate> chain = List.of();
    private boolean compression;
    private Optional<Boolean> secureRenegotiation = Optional.empty();
    Optional<Boolean> fallbackRefused = Optional.empty();
    Optional<Boolean> ownPreference = Optional.empty();
    boolean complete = true;

    void add(ServerFlight flight) {
        add(flight.version(), List.of(flight.suite()));
        flight.key().ifPresent(keys::add);
        chain = chain.isEmpty() ? flight.chain() : chain;
        compression |= flight.hello().compressed();
        if (flight.version() != Protocol.TLS_1_3) {
            boolean safe = flight.hello().secureRenegotiation();
            secureRenegotiation = Optional.of(secureRenegotiation.orElse(true) && safe);
        }
    }

    void add(Protocol version, List<CipherSuite> more) {
        suites.computeIfAbsent(version, none -> new ArrayList<>()).addAll(more);
    }

    boolean isEmpty() {
        return suites.isEmpty();
    }

    /** What was agreed on in whatever version. */
    Set<CipherSuite> known() {
        Set<CipherSuite> all = new LinkedHashSet<>();
        suites.values().forEach(all::addAll);
        return all;
    }

    List<Offer> offers() {
        return suites.entrySet().stream()
                .map(entry -> new Offer(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The versions with a handshake of this shape, newest first: all but SSL 2.0. */
    List<Offer> comparable() {
        return offers().stream()
                .filter(offer -> offer.version() != Protocol.SSL_2)
                .toList();
    }

    Sight sight(int connections) {
        return new Sight(
                offers(),
                List.copyOf((Collection<EphemeralKey>) keys),
                chain,
                compression,
                secureRenegotiation,
                fallbackRefused,
                ownPreference,
                complete,
                connections);
    }
}
