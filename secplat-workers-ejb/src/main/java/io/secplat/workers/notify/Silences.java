package io.secplat.workers.notify;

/**
 * Records, before a letter is divided, for which channels there will be copies, so that after a loss those that nobody told are known;
 * and for whom it is not meant, so that everybody can see why somebody was not told.
 */
record Silences(Records records, Attempts attempts) {

    void keep(Letter letter, Routing routing) {
        if (!routing.told().isEmpty()) {
            records.divided(
                    letter, routing.told().stream().map(Routing.Told::channel).toList());
        }
        for (Routing.Silent silent : routing.silent()) {
            if (silent.why() == Suppression.QUIET_HOURS) {
                attempts.muted(letter, silent.channel().name());
            }
            records.suppressed(letter.by(silent.route()), silent.channel(), silent.why());
        }
    }
}
