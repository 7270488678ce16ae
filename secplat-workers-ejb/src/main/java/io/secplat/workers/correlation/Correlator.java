package io.secplat.workers.correlation;

import io.secplat.contracts.event.EventTypes;
import io.secplat.contracts.event.FieldNames;
import io.secplat.runtime.Journal;
import io.secplat.stream.Message;
import io.secplat.stream.MessageHandler;
import io.secplat.stream.Outcome;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sorts the messages of the correlation stream: some have a rule, some are another group's business, and what nobody knows
 * goes to the dead letters.
 */
public final class Correlator implements MessageHandler {

    /** The types that become incidents. */
    static final Set<String> OURS = Set.of(EventTypes.FINDING_CREATED, EventTypes.ALERT_TRIGGERED);

    private final Map<String, IncidentRule> rules;
    private final Journal journal;
    private final AtomicLong withoutRule = new AtomicLong();

    /** @param rules by event type */
    public Correlator(Map<String, IncidentRule> rules, Journal journal) {
        this.rules = Map.copyOf(rules);
        this.journal = journal;
    }

    @Override
    public Outcome handle(Message message) throws InterruptedException {
        Optional<String> type = message.reader().text(FieldNames.EVENT_TYPE);
        if (type.isEmpty()) {
            return new Outcome.Park("missing_event_type");
        }
        if (OURS.contains(type.get())) {
            return correlate(type.get(), message);
        }
        return isAnotherGroups(type.get()) ? Outcome.DONE : new Outcome.Park("unknown_event_type:" + type.get());
    }

    private Outcome correlate(String type, Message message) throws InterruptedException {
        IncidentRule rule = rules.get(type);
        if (rule != null) {
            return rule.apply(message);
        }
        journal.info(
                "correlation." + type,
                "no_rule_yet",
                Map.of("event_id", message.eventId(), "without_rule_total", withoutRule.incrementAndGet()));
        return Outcome.DONE;
    }

    private static boolean isAnotherGroups(String type) {
        return type.equals(EventTypes.POSTURE_CHANGED) || EventTypes.RESERVED.contains(type);
    }
}
