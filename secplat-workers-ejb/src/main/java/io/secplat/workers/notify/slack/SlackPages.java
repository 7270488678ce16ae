package io.secplat.workers.notify.slack;

import java.util.Optional;

/** How Slack hands out long lists. */
final class SlackPages {

    private SlackPages() {}

    /** What to ask for the next page; empty on the last. */
    static Optional<String> next(SlackReply reply) {
        return SlackJson.object(reply.body(), "response_metadata")
                .flatMap(metadata -> SlackJson.text(metadata, "next_cursor"))
                .filter(cursor -> !cursor.isEmpty());
    }
}
