package io.secplat.workers.scan;

/**
 * The right to report about a job; its text never shows the token.
 *
 * @param requestId the X-Request-Id of every call about the job
 */
public record Lease(int jobId, String token, String requestId) {

    @Override
    public String toString() {
        return "Lease[job " + jobId + "]";
    }
}
