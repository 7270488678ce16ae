/** Who calls: signing in, tokens, and whether a token still counts. No SQL, no token format. */
@org.jspecify.annotations.NullMarked
package io.secplat.api.auth;
