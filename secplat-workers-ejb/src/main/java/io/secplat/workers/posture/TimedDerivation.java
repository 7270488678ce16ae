package io.secplat.workers.posture;

import io.secplat.runtime.Journal;
import io.secplat.runtime.PeriodicWorker;
import io.secplat.search.SearchUnavailableException;
import io.secplat.stream.CourierUnavailableException;
import java.util.Map;

/** Derives every monitored asset, so that staleness appears without any message and a lost message only delays. */
final class TimedDerivation implements PeriodicWorker.Task {

    private final PosturePasses passes;
    private final Journal journal;
    private String trouble = "";

    TimedDerivation(PosturePasses passes, Journal journal) {
        this.passes = passes;
        this.journal = journal;
    }

    @Override
    public void run() {
        String now = attempt();
        if (!now.equals(trouble)) {
            trouble = now;
            if (now.isEmpty()) {
                journal.info("posture.timer", "resumed", Map.of());
            } else {
                journal.warn("posture.timer", "hindered", Map.of("reason", now));
            }
        }
    }

    private String attempt() {
        try {
            passes.overAll(false);
            return "";
        } catch (SearchUnavailableException e) {
            return "search_unavailable";
        } catch (CourierUnavailableException e) {
            return "courier_unavailable";
        }
    }
}
