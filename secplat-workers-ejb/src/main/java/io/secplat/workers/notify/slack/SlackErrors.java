package io.secplat.workers.notify.slack;

import static io.secplat.workers.notify.slack.SlackVerdict.LATER;
import static io.secplat.workers.notify.slack.SlackVerdict.NEVER;
import static io.secplat.workers.notify.slack.SlackVerdict.OPEN;
import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What each error of Slack's Web API means. The name in the body counts before the HTTP status, except that 429 always asks
 * to wait; a name that is not listed comes with its status, and with 200 it is final.
 */
final class SlackErrors {

    static final Map<String, SlackVerdict> BY_NAME = Map.ofEntries(
            // Too fast; Retry-After says how long to wait.
            entry("ratelimited", LATER),
            entry("rate_limited", LATER),
            // The workspace has sent too much; passes by itself.
            entry("message_limit_exceeded", LATER),
            // Slack is away for a while and has not begun.
            entry("service_unavailable", LATER),
            // The request came without its data or with a part of it.
            entry("request_timeout", LATER),
            // The workspace or channel is being moved.
            entry("team_added_to_org", LATER),
            entry("external_channel_migrating", LATER),
            // Slack documents that a part of the operation may have succeeded.
            entry("fatal_error", OPEN),
            entry("internal_error", OPEN),
            // The channel is wrong, or the bot may not write there.
            entry("channel_not_found", NEVER),
            entry("not_in_channel", NEVER),
            entry("is_archived", NEVER),
            entry("restricted_action", NEVER),
            entry("no_permission", NEVER),
            // The token is wrong, withdrawn, or may do too little.
            entry("not_authed", NEVER),
            entry("invalid_auth", NEVER),
            entry("account_inactive", NEVER),
            entry("token_revoked", NEVER),
            entry("token_expired", NEVER),
            entry("access_denied", NEVER),
            entry("missing_scope", NEVER),
            // The message is one that Slack does not take.
            entry("no_text", NEVER),
            entry("msg_too_long", NEVER),
            entry("msg_blocks_too_long", NEVER),
            entry("invalid_blocks", NEVER),
            entry("invalid_blocks_format", NEVER),
            entry("metadata_too_large", NEVER),
            entry("invalid_arguments", NEVER));

    static final Map<Integer, SlackVerdict> BY_STATUS = Map.ofEntries(
            entry(408, LATER),
            entry(425, LATER),
            entry(429, LATER),
            // Slack's own server failed or is away.
            entry(500, LATER),
            entry(503, LATER),
            // Something between us and Slack lost the answer.
            entry(502, OPEN),
            entry(504, OPEN));

    /** The message that a reply belongs to is gone. */
    private static final Set<String> THREAD_GONE =
            Set.of("thread_not_found", "message_not_found", "cannot_reply_to_message", "invalid_thread_ts");

    /** Slack wants less, and is not in trouble. */
    private static final Set<String> TOO_FAST = Set.of("ratelimited", "rate_limited", "message_limit_exceeded");

    private SlackErrors() {}

    static SlackVerdict verdict(int status, Optional<String> error) {
        if (status == 429) {
            return LATER;
        }
        SlackVerdict byStatus = BY_STATUS.getOrDefault(status, unlisted(status, error));
        return error.map(name -> BY_NAME.getOrDefault(name, byStatus)).orElse(byStatus);
    }

    /** An acceptance that cannot be read may be one; so may be a server's failure of a kind not known. */
    private static SlackVerdict unlisted(int status, Optional<String> error) {
        boolean unreadable = status / 100 == 2 && error.isEmpty();
        return unreadable || status >= 500 ? OPEN : NEVER;
    }

    static boolean threadGone(SlackReply reply) {
        return reply.error().filter(THREAD_GONE::contains).isPresent();
    }

    /** Whether Slack itself is in trouble, so that a breaker may spare it; neither haste nor a refusal is. */
    static boolean trouble(SlackReply reply) {
        boolean tooFast = reply.answer().status() == 429
                || reply.error().filter(TOO_FAST::contains).isPresent();
        return !reply.ok() && !tooFast && reply.verdict() != NEVER;
    }
}
