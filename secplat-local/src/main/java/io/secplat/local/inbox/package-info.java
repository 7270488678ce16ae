/**
 * The notification inbox: takes the place of Slack, Twilio and Jira for whoever has no account there, and shows what
 * arrived. Knows their wire formats and nothing of SecPlat.
 */
@org.jspecify.annotations.NullMarked
package io.secplat.local.inbox;
