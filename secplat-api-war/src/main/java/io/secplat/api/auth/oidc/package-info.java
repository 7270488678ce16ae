/** The OpenID provider over HTTP: discovery, exchange of codes, verification of ID tokens. No user, no session. */
@org.jspecify.annotations.NullMarked
package io.secplat.api.auth.oidc;
