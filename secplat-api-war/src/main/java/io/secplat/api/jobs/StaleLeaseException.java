package io.secplat.api.jobs;

/** The lease that a worker shows has expired, was cancelled, or belongs to another by now. Nothing was stored. */
public class StaleLeaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StaleLeaseException() {
        super("The lease of this job is no longer yours");
    }
}
