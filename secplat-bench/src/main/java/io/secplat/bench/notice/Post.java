package io.secplat.bench.notice;

import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a service accepted: a message of Slack, an issue or a comment of Jira, a text message.
 *
 * @param reference what records call it; several posts may share it
 * @param thread what it belongs to with those that it follows and that follow it; empty where there is no such thing
 * @param about the text that names its assets; empty where it need not name them all
 */
public record Post(String reference, String thread, String text, String about, Instant at) {

    private static final Pattern NUMBER = Pattern.compile("no\\. (\\d+)");
    private static final Pattern MORE = Pattern.compile("and (\\d+) more");

    /** The numbers of the messages that it names. */
    List<Integer> numbers() {
        return NUMBER.matcher(text)
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .distinct()
                .toList();
    }

    /** How many messages it stands for without naming them. */
    int unnamed() {
        return MORE.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(more -> Integer.valueOf(more.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    /** Whether it may be one that stands for that message among others. */
    boolean mayStandFor(Told told) {
        String group = told.kind().equals(Told.DOWN) ? "assets are down" : "assets are up again";
        return !told.asset().isEmpty() && text.contains(group) && (about.isEmpty() || about.contains(told.asset()));
    }
}
