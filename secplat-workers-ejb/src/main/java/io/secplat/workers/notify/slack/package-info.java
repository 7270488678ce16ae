/** The Slack channel: incoming webhooks. */
@org.jspecify.annotations.NullMarked
package io.secplat.workers.notify.slack;
