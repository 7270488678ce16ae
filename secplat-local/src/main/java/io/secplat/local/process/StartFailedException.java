package io.secplat.local.process;

/** A program did not start; the message is meant for the person at the terminal. */
public final class StartFailedException extends RuntimeException {

    public StartFailedException(String message) {
        super(message);
    }

    public StartFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
