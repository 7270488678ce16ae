package io.secplat.api.findings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who accepted the risk of a finding, why and until when. */
public record Acceptance(
        @Nullable Instant at, @Nullable Instant expiresAt, @Nullable String reason, @Nullable String by) {

    public static final Acceptance NONE = new Acceptance(null, null, null, null);
}
