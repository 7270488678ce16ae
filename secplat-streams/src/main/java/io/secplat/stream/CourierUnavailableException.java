package io.secplat.stream;

/** The transport does not answer, or lets nobody in. Nothing is lost: what was not settled comes again. */
public class CourierUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why, as far as it is known; people need other remedies for each. */
    public enum Reason {
        AWAY("courier_unavailable"),
        PASSWORD_REFUSED("courier_password_refused"),
        CERTIFICATE_REFUSED("courier_certificate_refused");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /** As logs tell it. */
        public String code() {
            return code;
        }
    }

    private final Reason reason;

    public CourierUnavailableException(Throwable cause) {
        this(cause instanceof CourierUnavailableException known ? known.reason : Reason.AWAY, cause);
    }

    public CourierUnavailableException(Reason reason, Throwable cause) {
        super("the message transport does not answer: " + reason.code(), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
