package io.secplat.local.inbox;

import java.util.List;
import java.util.stream.Collectors;

/** The pretend Slack as HTML: each message as it is now, its replies under it. */
record SlackView(SlackRoom room) {

    List<Card> cards() {
        return room.threads().stream()
                .map(post -> new Card(post.last(), "slack", message(post) + replies(post)))
                .toList();
    }

    private String replies(SlackPost post) {
        List<SlackPost> replies = room.replies(post.ts());
        return replies.isEmpty()
                ? ""
                : replies.stream()
                        .map(reply -> "<div class=\"reply\">" + message(reply) + "</div>")
                        .collect(Collectors.joining("", "<div class=\"thread\">", "</div>"));
    }

    private static String message(SlackPost post) {
        String where = post.isReply() ? "reply" : post.channel().isEmpty() ? "webhook" : post.channel();
        return Card.head("SecPlat", where, post.at()) + "<div class=\"said\">" + said(post) + edited(post) + "</div>";
    }

    /** Slack shows blocks in place of the text. */
    private static String said(SlackPost post) {
        return post.blocks().isEmpty() ? "<p>" + SlackMarkup.html(post.text()) + "</p>" : BlockKit.html(post.blocks());
    }

    private static String edited(SlackPost post) {
        return post.edited() ? "<p class=\"context\">(edited)</p>" : "";
    }
}
