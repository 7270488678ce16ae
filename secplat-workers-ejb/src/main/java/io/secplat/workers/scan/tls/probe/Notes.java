package io.secplat.workers.scan.tls.probe;

import io.secplat.workers.scan.tls.rating.CipherSuite;
import io.secplat.workers.scan.tls.rating.EphemeralKey;
import io.secplat.workers.scan.tls.rating.Offer;
import io.secplat.workers.scan.tls.rating.Protocol;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
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
    private final Map<X509Certificate, List<X509Certificate>> chains = new LinkedHashMap<>();
    private boolean compression;
    private Optional<Boolean> secureRenegotiation = Optional.empty();

    void add(ServerFlight flight) {
        add(flight.version(), List.of(flight.suite()));
        flight.key().ifPresent(keys::add);
        if (!flight.chain().isEmpty() && chains.size() < Sight.MOST_CHAINS) {
            chains.putIfAbsent(flight.chain().get(0), flight.chain());
        }
        compression |= flight.hello().compressed();
        if (flight.version() != Protocol.TLS_1_3) {
            boolean safe = flight.hello().secureRenegotiation();
            secureRenegotiation = Optional.of(secureRenegotiation.orElse(true) && safe);
        }
    }

    void add(Protocol version, List<CipherSuite> more) {
        suites.computeIfAbsent(version, none -> new ArrayList<>()).addAll(more);
    }

    /** What was agreed on in that version. */
    List<CipherSuite> of(Protocol version) {
        return suites.getOrDefault(version, List.of());
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

    /** The versions with a handshake of one shape, newest first: all but SSL 2.0. */
    List<Offer> comparable() {
        return offers().stream()
                .filter(offer -> offer.version() != Protocol.SSL_2)
                .toList();
    }

    Sight sight(Optional<Boolean> ownPreference, Optional<Boolean> fallbackRefused, boolean complete, int connections) {
        return new Sight(
                offers(),
                List.copyOf(keys),
                List.copyOf(chains.values()),
                compression,
                secureRenegotiation,
                fallbackRefused,
                ownPreference,
                complete,
                connections);
    }
}
