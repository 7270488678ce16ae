/** What became of notifications: every delivery and every failure that the notifier announced. No SQL or stream here. */
@org.jspecify.annotations.NullMarked
package io.secplat.api.notifications;
