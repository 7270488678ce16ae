package io.secplat.local.inbox;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pretend Jira as it is after everything that was received. */
final class JiraBoard {

    private final Map<String, JiraIssue> issues = new LinkedHashMap<>();

    /** @param received oldest first; what went to others does not matter */
    JiraBoard(Collection<Received> received) {
        received.stream().filter(one -> one.service().equals(PretendJira.NAME)).forEach(this::take);
    }

    /** Where something happened last first. */
    List<JiraIssue> issues() {
        return issues.values().stream()
                .sorted(Comparator.comparingLong(JiraIssue::last).reversed())
                .toList();
    }

    Optional<JiraIssue> issue(String key) {
        return Optional.ofNullable(issues.get(key));
    }

    /** Issues have their project as recipient; what follows has the issue. */
    private void take(Received received) {
        if (received.body().containsKey("fields")) {
            JiraIssue issue = JiraIssue.made(received);
            issues.put(issue.key(), issue);
        } else if (received.body().containsKey("transition")) {
            JiraStatus.after(transition(received))
                    .ifPresent(to ->
                            issues.computeIfPresent(received.recipient(), (key, issue) -> issue.moved(received, to)));
        } else {
            issues.computeIfPresent(received.recipient(), (key, issue) -> issue.commented(received));
        }
    }

    private static String transition(Received received) {
        return Payload.text(Payload.child(received.body(), "transition"), "id");
    }
}
