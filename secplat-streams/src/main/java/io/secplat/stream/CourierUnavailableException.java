package io.secplat.stream;

/** The transport does not answer. Nothing is lost: what was not settled comes again. */
public class CourierUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CourierUnavailableException(Throwable cause) {
        super("the message transport does not answer", cause);
    }
}
