package io.secplat.workers.posture;

import io.secplat.contracts.model.AssetStatus;

/** The confirmed status behind the one that is shown: unknown is none, stale is up. */
enum Settled {
    NONE,
    UP,
    DOWN;

    static Settled behind(AssetStatus shown) {
        return switch (shown) {
            case UNKNOWN -> NONE;
            case UP, STALE -> UP;
            case DOWN -> DOWN;
        };
    }

    static Settled result(boolean success) {
        return success ? UP : DOWN;
    }

    /** What is shown while results are fresh. */
    AssetStatus shown() {
        return switch (this) {
            case NONE -> AssetStatus.UNKNOWN;
            case UP -> AssetStatus.UP;
            case DOWN -> AssetStatus.DOWN;
        };
    }
}
