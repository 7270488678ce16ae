package io.secplat.workers.ingestion;

/** The inventory does not answer, or not completely. */
public class InventoryUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InventoryUnavailableException(String what, Throwable cause) {
        super(what, cause);
    }
}
