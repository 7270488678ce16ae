package io.secplat.workers.scan.tls.probe;

/** What came of one greeting. */
sealed interface Reply {

    /** The server chose. */
    record Chosen(ServerFlight flight) implements Reply {}

    /**
     * It said no: by an alert, by closing, or by what is no TLS.
     *
     * @param reason for people
     * @param stepDown whether it called the greeting a needless step down
     */
    record Refused(String reason, boolean stepDown) implements Reply {}

    /**
     * Nobody knows what it would have said.
     *
     * @param reason for people
     */
    record Unknown(String reason) implements Reply {}
}
