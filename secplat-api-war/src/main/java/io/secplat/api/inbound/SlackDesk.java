package io.secplat.api.inbound;

import io.secplat.api.alerts.Alerts;
import io.secplat.api.inbound.SlackClick.Action;
import io.secplat.api.incidents.JiraOrders;
import io.secplat.api.problem.ProblemException;
import io.secplat.api.request.AccessRole;
import io.secplat.api.request.Caller;
import io.secplat.api.request.JsonText;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Does what people click in Slack, as {@code slack:<user id>}, each click once, and says in a sentence what came of it. */
final class SlackDesk {

    private static final String JIRA_AUDIT = "integration.slack.create_jira";

    private final Alerts alerts;
    private final JiraOrders jira;
    private final TakenRequests taken;

    SlackDesk(Alerts alerts, JiraOrders jira, TakenRequests taken) {
        this.alerts = alerts;
        this.jira = jira;
        this.taken = taken;
    }

    /** What to show to the person, if anything; empty as well when this very call was taken before. */
    Optional<String> take(String signature, String payload, String requestId) {
        SlackClick click = SlackClick.of(payload);
        List<String> told = new ArrayList<>();
        boolean unused = taken.once("slack:" + signature, () -> click.actions()
                .forEach(action -> perform(action, click.userId(), requestId).ifPresent(told::add)));
        return told.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", told));
    }

    private Optional<String> perform(Action action, String userId, String requestId) {
        Caller caller = new Caller("slack:" + userId, AccessRole.ANALYST, requestId);
        return switch (action.id()) {
            case "ack_alert" ->
                Optional.of(
                        Acknowledgement.of(keys(action.value()), alerts, caller).text("<@" + userId + ">"));
            case "create_jira" -> order(action.value(), caller);
            default -> Optional.empty();
        };
    }

    /** Nothing is told when all is well: the issue shows when the notifier has made it. */
    private Optional<String> order(String value, Caller caller) {
        if (!value.matches("[0-9]{1,9}")) {
            return Optional.of("Jira: the button names no incident.");
        }
        JiraOrders.Order order = jira.place(Integer.parseInt(value), JIRA_AUDIT, caller);
        if (order instanceof JiraOrders.Order.Existing existing) {
            return Optional.of("Jira: incident " + value + " has the issue " + existing.issueKey() + " already.");
        }
        if (order instanceof JiraOrders.Order.Underway) {
            return Optional.of("Jira: an issue for incident " + value + " is being created.");
        }
        return order instanceof JiraOrders.Order.Unknown
                ? Optional.of("Jira: there is no incident " + value + ".")
                : Optional.empty();
    }

    /** The texts of a JSON array; none when it is something else. */
    private static List<String> keys(String value) {
        try {
            return JsonText.object(("{\"keys\":" + value + "}").getBytes(StandardCharsets.UTF_8))
                    .getJsonArray("keys")
                    .getValuesAs(JsonString::getString);
        } catch (ProblemException | ClassCastException e) {
            return List.of();
        }
    }
}
