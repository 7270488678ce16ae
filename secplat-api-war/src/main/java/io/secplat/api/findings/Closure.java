package io.secplat.api.findings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a finding was remedied, and by which scan job that no longer saw it; null when a person said so. */
public record Closure(@Nullable Instant remediatedAt, @Nullable Integer byJobId) {

    public static final Closure NONE = new Closure(null, null);
}
