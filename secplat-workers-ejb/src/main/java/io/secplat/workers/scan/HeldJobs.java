package io.secplat.workers.scan;

import io.secplat.stream.ConsumerSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Jobs that wait with their messages for the API to come back, by the entry of the message. A consumer holds no more messages
 * than it has hands, so whatever is beyond that belongs to a run that has ended; the oldest is forgotten, and its lease ends.
 */
final class HeldJobs {

    static final int MOST = ConsumerSettings.MOST_CONCURRENT;

    private final Map<String, RunningJob> jobs = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, RunningJob> eldest) {
            return size() > MOST;
        }
    };

    synchronized void keep(String entryId, RunningJob job) {
        jobs.put(entryId, job);
    }

    /** The job that came with this message, which is not kept any more. */
    synchronized Optional<RunningJob> take(String entryId) {
        return Optional.ofNullable(jobs.remove(entryId));
    }
}
