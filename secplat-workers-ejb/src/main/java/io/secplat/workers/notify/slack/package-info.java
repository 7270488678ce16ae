/** The Slack channel: a bot that posts, answers in threads and finds its messages again, or else an incoming webhook. */
@org.jspecify.annotations.NullMarked
package io.secplat.workers.notify.slack;
