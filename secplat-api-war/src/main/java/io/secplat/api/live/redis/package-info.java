/** The feed as a capped Redis stream. */
@org.jspecify.annotations.NullMarked
package io.secplat.api.live.redis;
