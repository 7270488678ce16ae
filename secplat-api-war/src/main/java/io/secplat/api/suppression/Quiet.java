package io.secplat.api.suppression;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What keeps one asset quiet now; of several windows or rules, the one that ends last. */
public record Quiet(Optional<Cause> window, Optional<Cause> rule) {

    public static final Quiet NOTHING = new Quiet(Optional.empty(), Optional.empty());

    /** An active window or rule. */
    public record Cause(@Nullable String reason, Instant endsAt) {}

    public boolean active() {
        return window.isPresent() || rule.isPresent();
    }
}
