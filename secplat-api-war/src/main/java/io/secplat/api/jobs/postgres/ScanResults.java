package io.secplat.api.jobs.postgres;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What a finished scan means for the findings of its asset. */
@FunctionalInterface
public interface ScanResults {

    /** Closes, within the caller's transaction, the findings of the asset that the job checked for and did not see. */
    void close(Handle handle, int jobId, int assetId, List<String> checkedKeys, Instant now);
}
