/** What the notifier keeps in Redis: which channel has accepted what, and by which plan it works. */
@org.jspecify.annotations.NullMarked
package io.secplat.workers.notify.redis;
