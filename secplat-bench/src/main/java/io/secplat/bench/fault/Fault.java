package io.secplat.bench.fault;

import java.util.Locale;

/** What happens to a run from outside. */
enum Fault {
    KILL_API,
    KILL_WORKER,
    FREEZE_WORKER,
    FLUSH_REDIS,
    CUT_REDIS,
    RESTART_POSTGRES;

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
