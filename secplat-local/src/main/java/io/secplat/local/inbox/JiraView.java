package io.secplat.local.inbox;

import static io.secplat.local.http.Html.escaped;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The pretend Jira as HTML: each issue with its status and comments. */
record JiraView(JiraBoard board) {

    List<Card> cards() {
        return board.issues().stream()
                .map(issue -> new Card(issue.last(), "jira", html(issue)))
                .toList();
    }

    private static String html(JiraIssue issue) {
        String status = "<span class=\"status " + issue.status().name().toLowerCase(Locale.ROOT) + "\">"
                + escaped(issue.status().title()) + "</span>";
        return Card.head(issue.key(), Payload.text(Payload.child(issue.fields(), "issuetype"), "name"), issue.at())
                + "<h3>" + escaped(issue.summary()) + "</h3><p>" + status + labels(issue) + "</p><div class=\"said\">"
                + AtlassianDocument.html(Payload.child(issue.fields(), "description")) + "</div>"
                + issue.comments().stream().map(JiraView::comment).collect(Collectors.joining());
    }

    private static String labels(JiraIssue issue) {
        return issue.labels().stream()
                .map(label -> " <span class=\"label\">" + escaped(label) + "</span>")
                .collect(Collectors.joining());
    }

    private static String comment(JiraIssue.Comment comment) {
        return "<div class=\"reply\">" + Card.head("SecPlat", "comment", comment.at()) + "<div class=\"said\">"
                + AtlassianDocument.html(comment.body()) + "</div></div>";
    }
}
