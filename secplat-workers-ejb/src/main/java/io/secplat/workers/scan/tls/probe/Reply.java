package io.secplat.workers.scan.tls.probe;

/** What came of one greeting. */
sealed interface Reply {

    /** The server chose. */
    record Chosen(ServerFlight flight) implements Reply {}

    /**
     * It said no: by an alert, by closing, or by what is no TLS.
     *
     * @param stepDown whether it called the greeting a needless step down
     */
    record Refused(boolean stepDown) implements Reply {}

    /** Nobody knows what it would have said. */
    record Unknown() implements Reply {}
}
