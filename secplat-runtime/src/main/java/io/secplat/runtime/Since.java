package io.secplat.runtime;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Remembers when somebody who looked first saw that something was as it is. */
public final class Since {

    private boolean seen;
    private @Nullable Instant at;

    /** The first look that saw this without seeing another since. */
    public synchronized Instant of(boolean now, Instant time) {
        if (at == null || seen != now) {
            seen = now;
            at = time;
        }
        return at;
    }
}
