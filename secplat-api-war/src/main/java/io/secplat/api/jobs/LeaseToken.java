package io.secplat.api.jobs;

import java.util.Optional;
import java.util.UUID;

/** Reads the token that a worker shows. */
public final class LeaseToken {

    private LeaseToken() {}

    /** Empty for text that is no UUID. */
    public static Optional<UUID> parse(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
