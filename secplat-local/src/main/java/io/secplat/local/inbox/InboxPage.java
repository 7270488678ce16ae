package io.secplat.local.inbox;

import static io.secplat.local.http.Html.escaped;

import io.secplat.local.http.Answer;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** The page for people: newest message first, loads itself again every five seconds. */
final class InboxPage {

    private static final int SHOWN = 200;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);
    private static final String FRAME =
            """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="5">
            <meta name="viewport" content="width=device-width, initial-scale=1"><title>Notification inbox (%d)</title>
            <style>
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 52rem; margin: 2rem auto; padding: 0 1rem; color: #1c2733 }
            article { border: 1px solid #c9d3dd; border-radius: 6px; padding: .75rem 1rem; margin: 1rem 0 }
            header { color: #52616f; font-size: .875rem } pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: .25rem 0 0; font: inherit }
            summary { color: #52616f; font-size: .875rem } code { font-size: .8rem; overflow-wrap: anywhere }
            </style></head><body><h1>Notification inbox</h1>
            <p>%d messages that would have gone to Slack, Twilio and Jira. As data: <a href="/messages">/messages</a></p>
            %s
            </body></html>
            """;

    private InboxPage() {}

    static Answer of(List<Received> messages) {
        List<Received> newestFirst =
                new ArrayList<>(messages.subList(Math.max(0, messages.size() - SHOWN), messages.size()));
        Collections.reverse(newestFirst);
        String articles = newestFirst.stream().map(InboxPage::article).collect(Collectors.joining("\n"));
        String shown = articles.isEmpty() ? "<p>Nothing has arrived yet.</p>" : articles;
        return Answer.html(200, FRAME.formatted(messages.size(), messages.size(), shown))
                .with("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .with("Cache-Control", "no-store");
    }

    private static String article(Received message) {
        String to = message.recipient().isEmpty() ? "" : " to " + message.recipient();
        return """
            <article id="m%d"><header>#%d · %s · %s%s</header><pre>%s</pre>
            <details><summary>All that was sent</summary><code>%s</code></details></article>"""
                .formatted(
                        message.id(),
                        message.id(),
                        TIME.format(message.at()),
                        escaped(message.service()),
                        escaped(to),
                        escaped(message.text()),
                        escaped(message.body().toString()));
    }
}
