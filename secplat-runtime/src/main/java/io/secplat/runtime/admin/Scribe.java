package io.secplat.runtime.admin;

import io.secplat.contracts.event.OperatorAct;
import io.secplat.contracts.event.OperatorAct.Ending;
import io.secplat.runtime.IdSource;
import io.secplat.runtime.Journal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Writes each operation down: what is wanted before it is carried out, how it ended after it. What only shows something is carried
 * out even while the trail is away, for that may be what the operator wants to know.
 *
 * @param server name of this process
 */
record Scribe(Trail trail, Journal journal, IdSource ids, Clock clock, String server) {

    /** Who wants what of which bean. */
    record Wish(String operator, String target, String operation, List<String> arguments, boolean shows) {}

    /** Written down before the act; an IllegalArgumentException for the operator when it must not be carried out. */
    OperatorAct asked(Wish wish) {
        OperatorAct act = new OperatorAct(
                ids.next().toString(),
                wish.operator(),
                server,
                wish.target(),
                wish.operation(),
                wish.arguments(),
                now(),
                null);
        try {
            trail.asked(act);
        } catch (TrailAwayException e) {
            journal.error("admin.trail", "away", e);
            if (!wish.shows()) {
                throw new IllegalArgumentException(
                        "it cannot be written down now, so it is not done; see the log of " + server, e);
            }
        }
        return act;
    }

    void acted(OperatorAct act, String status, String answer) {
        trail.acted(act.ended(new Ending(status, answer), now()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
