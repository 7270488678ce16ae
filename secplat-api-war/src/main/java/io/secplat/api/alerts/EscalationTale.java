package io.secplat.api.alerts;

import io.secplat.contracts.event.Notification;
import io.secplat.contracts.model.IdempotencyKeys;
import io.secplat.contracts.model.Severity;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;

/**
 * Words for outages that nobody acknowledged.
 *
 * @param tale makes the links
 */
public record EscalationTale(Tale tale) {

    private static final String KIND = Telling.DOWN.kind();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    /** One message about these alerts, at least one, all at that step. */
    Notification of(List<Overdue> alerts, int step, Duration after) {
        List<Overdue> sorted =
                alerts.stream().sorted(Comparator.comparing(Overdue::asset)).toList();
        List<String> keys = sorted.stream().map(alert -> alert.asset().value()).toList();
        List<String> singles = sorted.stream().map(EscalationTale::singleKey).toList();
        boolean one = keys.size() == 1;
        return new Notification(
                KIND,
                one ? singles.get(0) : IdempotencyKeys.notificationGroup(KIND, singles),
                one
                        ? keys.get(0) + " is" + late(after)
                        : keys.size() + " assets are" + late(after) + ": " + Tale.named(keys),
                body(sorted),
                Severity.HIGH,
                keys,
                null,
                tale.link(one ? "/assets/" + keys.get(0) : "/alerts"),
                List.of(),
                null,
                sorted.stream()
                        .flatMap(alert -> alert.marks().tags().stream())
                        .distinct()
                        .sorted()
                        .toList(),
                sorted.stream()
                        .map(alert -> alert.marks().environment())
                        .filter(environment -> !environment.isEmpty())
                        .distinct()
                        .sorted()
                        .toList(),
                step);
    }

    private static String singleKey(Overdue alert) {
        return IdempotencyKeys.escalation(KIND, alert.asset(), alert.changedAt(), alert.step());
    }

    private static String late(Duration after) {
        long minutes = after.toMinutes();
        return " still down, not acknowledged for " + minutes + (minutes == 1 ? " minute" : " minutes");
    }

    private static String body(List<Overdue> alerts) {
        return alerts.stream()
                .limit(Tale.NAMED)
                .map(alert -> (alerts.size() == 1 ? "" : alert.asset() + ": ") + "Down since "
                        + TIME.format(alert.changedAt()) + ".")
                .reduce((first, next) -> first + "\n" + next)
                .orElse("");
    }
}
