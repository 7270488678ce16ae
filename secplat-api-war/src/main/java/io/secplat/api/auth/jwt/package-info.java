/** Access tokens as signed JWT. */
@org.jspecify.annotations.NullMarked
package io.secplat.api.auth.jwt;
