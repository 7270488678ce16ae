package io.secplat.workers.notify.pipeline;

import io.secplat.runtime.Journal;
import java.util.Map;

/** Logs what became of a letter; retries and dead letters are logged where they are stored. */
public record Tell(Journal journal) implements Stage {

    @Override
    public Fate run(Dispatch dispatch, Next rest) throws InterruptedException {
        Fate fate = rest.run(dispatch);
        Map<String, String> facts = Map.of(
                "event_id", dispatch.letter().eventId(),
                "channel", dispatch.channel().name().wire(),
                "kind", dispatch.letter().notice().kind());
        if (fate instanceof Fate.Accepted) {
            journal.info("notify.deliver", "accepted", facts);
        } else if (fate instanceof Fate.Silent silent) {
            journal.info("notify.deliver", "suppressed_" + silent.why().wire(), facts);
        }
        return fate;
    }
}
