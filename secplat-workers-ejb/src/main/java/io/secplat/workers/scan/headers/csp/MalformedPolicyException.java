package io.secplat.workers.scan.headers.csp;

/** The text is no policy. */
final class MalformedPolicyException extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedPolicyException(String what) {
        super(what);
    }
}
