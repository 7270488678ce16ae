package io.secplat.workers.posture;

/** How many equal results in a row confirm a status. */
record Debounce(int failures, int successes) {

    /** A flapping asset must succeed this often before it counts as up again. */
    private static final int SUCCESSES_WHILE_FLAPPING = 2;

    /**
     * The settled status after a result.
     *
     * @param run the newest run, this result included
     * @param everGood whether there is a last good state
     */
    Settled after(Settled settled, Run run, boolean everGood, boolean flapping) {
        if (run.failures() >= failures) {
            return Settled.DOWN;
        }
        if (settled == Settled.NONE && run.failures() > 0 && !everGood) {
            return Settled.DOWN;
        }
        int needed = flapping ? Math.max(successes, SUCCESSES_WHILE_FLAPPING) : successes;
        return run.successes() >= needed ? Settled.UP : settled;
    }
}
