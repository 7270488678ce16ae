/** The fault harness and the bench of the notifier: real Redis, processes that die, stand-ins of Slack, Jira and Twilio that misbehave, and what people got of it. */
@org.jspecify.annotations.NullMarked
package io.secplat.bench.notice;
