package io.secplat.api.alerts;

import io.secplat.contracts.event.SecPlatEvent;
import java.util.List;
import java.util.function.Function;

/** What is remembered of telling alerts again. */
public interface EscalationBook {

    /**
     * Takes at most so many alerts that fire now, unacknowledged and not kept quiet, and whose next step is due, one step
     * further, and stores what is told of them: both or neither, and each step once over all servers. Returns how many.
     */
    int take(EscalationSteps steps, int most, String requestId, Function<List<Overdue>, List<SecPlatEvent>> words);
}
