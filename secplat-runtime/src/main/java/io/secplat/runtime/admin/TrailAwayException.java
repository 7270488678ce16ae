package io.secplat.runtime.admin;

/** It cannot be written down now what an operator wants. */
public final class TrailAwayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TrailAwayException(Throwable cause) {
        super("what operators do cannot be written down now", cause);
    }
}
