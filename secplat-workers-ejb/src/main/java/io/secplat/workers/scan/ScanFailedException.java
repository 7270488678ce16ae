package io.secplat.workers.scan;

/** The scan cannot be done; the text becomes the error of the job and is for people. */
public class ScanFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ScanFailedException(String message) {
        super(message);
    }
}
