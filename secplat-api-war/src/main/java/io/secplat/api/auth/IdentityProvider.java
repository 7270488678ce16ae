package io.secplat.api.auth;

import java.net.URI;

/** Somebody else who knows who people are: an OpenID provider. What goes wrong is an {@link OidcRefusal}. */
public interface IdentityProvider {

    /** Where the browser must go to begin. */
    URI authorization(OidcAttempt attempt);

    /** Exchanges the code that the browser brought back for an identity that is proven for this attempt. */
    ProvenIdentity redeem(String code, OidcAttempt attempt);
}
