package io.secplat.workers.posture;

import io.secplat.contracts.model.AssetStatus;
import io.secplat.contracts.model.PostureState;

/** What an asset shows, and by which row of the status table. */
record Posture(AssetStatus status, Row row) {

    /** The rows of the status table, with what each of them scores. */
    enum Row {
        UNKNOWN(0, PostureState.RED),
        DOWN_WITHOUT_DATA(0, PostureState.RED),
        STALE(60, PostureState.AMBER),
        FLAPPING(60, PostureState.AMBER),
        DOWN(0, PostureState.RED),
        UP(100, PostureState.GREEN);

        final int score;
        final PostureState state;

        Row(int score, PostureState state) {
            this.score = score;
            this.state = state;
        }
    }

    boolean flapping() {
        return row == Row.FLAPPING;
    }

    /** The first matching row of the status table. */
    static Posture of(Settled settled, boolean flapping, boolean tooOld) {
        if (settled == Settled.NONE) {
            return new Posture(AssetStatus.UNKNOWN, Row.UNKNOWN);
        }
        boolean down = settled == Settled.DOWN;
        if (tooOld) {
            return down
                    ? new Posture(AssetStatus.DOWN, Row.DOWN_WITHOUT_DATA)
                    : new Posture(AssetStatus.STALE, Row.STALE);
        }
        return new Posture(settled.shown(), flapping ? Row.FLAPPING : down ? Row.DOWN : Row.UP);
    }
}
