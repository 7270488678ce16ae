package io.secplat.api.operators;

import io.secplat.contracts.event.OperatorAct;
import java.time.Duration;
import java.util.Collection;

/** Acts of operators. Each becomes one row of the audit, however often it is told. */
public interface OperatorActs {

    /** Keeps those that are only asked for, and audits those that have ended. */
    void record(Collection<OperatorAct> acts);

    /**
     * Audits as {@code unknown} what was asked for longer ago than that and has not ended. An ending that comes later is audited as
     * well, under the same id.
     *
     * @return how many
     */
    int giveUp(Duration patience);

    /** Forgets what ended longer ago than that; how many. */
    int purge(Duration age);
}
