package io.secplat.api.postgres;

/** Postgres does not answer: no connection, or it was lost. Nothing of the transaction is stored. */
public final class DatabaseUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DatabaseUnavailableException(Throwable cause) {
        super("the database does not answer", cause);
    }
}
