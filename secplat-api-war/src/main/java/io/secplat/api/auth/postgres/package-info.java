/** Users, refresh tokens and revocations in their tables. */
@org.jspecify.annotations.NullMarked
package io.secplat.api.auth.postgres;
