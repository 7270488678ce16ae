package io.secplat.workers.ingestion;

import org.jspecify.annotations.Nullable;

/** The inventory does not answer, or not completely. */
public class InventoryUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InventoryUnavailableException(String what, @Nullable Throwable cause) {
        super(what, cause);
    }
}
