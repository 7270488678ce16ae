package io.secplat.bench.notice;

import java.time.Instant;

/**
 * A message that Slack accepted.
 *
 * @param ts its name in the channel
 * @param thread the ts of the message that began its thread; its own when it began one
 * @param key what the notifier recognises it by
 */
record SlackMessage(String ts, String thread, String key, String text, String blocks, String metadata, Instant at) {

    boolean isReply() {
        return !ts.equals(thread);
    }
}
