/** What the notifier keeps in Redis: which channel has accepted what. */
@org.jspecify.annotations.NullMarked
package io.secplat.workers.notify.redis;
