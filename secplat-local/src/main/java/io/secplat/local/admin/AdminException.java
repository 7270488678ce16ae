package io.secplat.local.admin;

/** The console could not be asked, or refused; the text is for people. */
public final class AdminException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AdminException(String message) {
        super(message);
    }
}
