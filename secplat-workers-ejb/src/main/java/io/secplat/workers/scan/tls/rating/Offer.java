package io.secplat.workers.scan.tls.rating;

import java.util.List;

/**
 * One version that a server speaks.
 *
 * @param suites those it agreed to in the order of its choice, at least one. For versions before the newest these are its first
 *     choice and what it takes in no newer version.
 */
public record Offer(Protocol version, List<CipherSuite> suites) {

    public Offer {
        suites = List.copyOf(suites);
    }

    /** What a client gets that can do everything. */
    public CipherSuite firstChoice() {
        return suites.get(0);
    }
}
