/** What a notifier shows of itself in Redis. */
@org.jspecify.annotations.NullMarked
package io.secplat.api.notifications.redis;
