package io.secplat.workers.scan.headers;

import java.util.Optional;

/** Knows under which names anybody may register a domain (the Public Suffix List). */
public interface PublicSuffixes {

    /** Which rules of the list count. */
    enum Scope {
        /** Those of registries. */
        REGISTRIES,
        /** Those of companies that give out names as well. */
        ALL
    }

    /** The domain that was registered to hold this host; empty for an address, a suffix, and what is no host name. */
    Optional<String> registrableDomain(String host, Scope scope);
}
