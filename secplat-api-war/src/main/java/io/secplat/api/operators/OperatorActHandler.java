package io.secplat.api.operators;

import io.secplat.contracts.event.EventFields;
import io.secplat.contracts.event.FieldNames;
import io.secplat.contracts.event.OperatorAct;
import io.secplat.stream.BatchHandler;
import io.secplat.stream.Message;
import io.secplat.stream.Outcome;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Records what servers tell of their operators, and lets everything else on the stream pass. */
public record OperatorActHandler(OperatorActs acts) implements BatchHandler {

    @Override
    public Map<String, Outcome> handle(List<Message> messages) {
        Map<String, Outcome> outcomes = new HashMap<>();
        List<OperatorAct> told = new ArrayList<>();
        for (Message message : messages) {
            outcomes.put(
                    message.id(), sort(message.reader(), told) ? Outcome.DONE : new Outcome.Park("invalid_payload"));
        }
        acts.record(told);
        return outcomes;
    }

    /** Adds an act to the others; false for one that cannot be read. */
    private static boolean sort(EventFields fields, List<OperatorAct> told) {
        if (!OperatorAct.isOne(fields.text(FieldNames.EVENT_TYPE).orElse(""))) {
            return true;
        }
        try {
            OperatorAct act = OperatorAct.from(fields);
            UUID unused = UUID.fromString(act.actId());
            return told.add(act);
        } catch (IllegalArgumentException | DateTimeException e) {
            return false;
        }
    }
}
