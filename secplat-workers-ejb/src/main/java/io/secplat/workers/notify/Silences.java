package io.secplat.workers.notify;

/** Records for whom a letter is not meant, so that everybody can see why somebody was not told. */
record Silences(Records records, Attempts attempts, NotifyFigures figures) {

    void keep(Letter letter, Routing routing) {
        for (Routing.Silent silent : routing.silent()) {
            if (silent.why() == Suppression.QUIET_HOURS) {
                attempts.muted(letter, silent.channel().name());
            }
            records.suppressed(letter, silent.channel(), silent.why());
            figures.suppressed(silent.channel().name(), silent.why());
        }
    }
}
