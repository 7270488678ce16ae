package io.secplat.workers.scan;

import io.secplat.contracts.model.JobType;

/** Examines one target in one way. */
public interface Scanner {

    JobType type();

    /**
     * Looks at the target and nothing else. Ends early when its thread is interrupted; {@link ScanFailedException} when the
     * target may not be examined. A target that does not answer is a result, not a failure.
     */
    ScanReport scan(ScanTarget target, ScanLog log) throws InterruptedException;
}
