/**
 * What became of notifications: every delivery and every failure that the notifier announced, and the plan by which it
 * works. No SQL, stream or Redis here.
 */
@org.jspecify.annotations.NullMarked
package io.secplat.api.notifications;
