package io.secplat.bench.notice;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A message that Slack accepted.
 *
 * @param ts its name in the channel
 * @param thread the ts of the message that began its thread; its own when it began one
 * @param key what the notifier recognises it by
 */
record Post(String ts, String thread, String key, String text, String blocks, String metadata, Instant at) {

    private static final Pattern NUMBER = Pattern.compile("no\\. (\\d+)");

    boolean isReply() {
        return !ts.equals(thread);
    }

    /** The numbers of the messages that it names. */
    List<Integer> numbers() {
        return NUMBER.matcher(text)
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .distinct()
                .toList();
    }

    boolean names(String asset) {
        return blocks.contains(asset);
    }
}
