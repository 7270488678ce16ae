package io.secplat.api.auth;

import java.util.Optional;

/** Remembers which identity of a provider is which user. */
@FunctionalInterface
public interface IdentityLinks {

    /**
     * The enabled user of that identity. The first time it is the user with exactly that name, unless another subject of the
     * issuer is that user already; from then on issuer and subject alone decide.
     */
    Optional<User> user(ProvenIdentity identity, String claimedName);
}
