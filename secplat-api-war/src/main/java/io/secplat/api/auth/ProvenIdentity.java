package io.secplat.api.auth;

import java.util.Optional;

/**
 * Whom an identity provider vouched for. Issuer and subject are who it is; the rest only helps to find the user when that
 * identity comes for the first time.
 *
 * @param verifiedEmail empty unless the provider says that it verified the address
 */
public record ProvenIdentity(
        String issuer, String subject, Optional<String> preferredUsername, Optional<String> verifiedEmail) {

    /** The user name that it claims, never a part of it; empty when there is none. */
    public Optional<String> userName() {
        return preferredUsername
                .filter(text -> !text.isBlank())
                .or(() -> verifiedEmail.filter(text -> !text.isBlank()))
                .or(() -> Optional.of(subject).filter(text -> !text.isBlank()));
    }
}
