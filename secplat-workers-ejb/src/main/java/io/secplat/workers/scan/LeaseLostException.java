package io.secplat.workers.scan;

/** The job is not this worker's any more: cancelled, taken over, ended or gone. Nothing more may be reported about it. */
public class LeaseLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LeaseLostException(int status) {
        super("lease lost, the API answered " + status);
    }
}
