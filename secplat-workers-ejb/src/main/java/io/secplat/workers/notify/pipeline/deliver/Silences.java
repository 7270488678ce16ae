package io.secplat.workers.notify.pipeline.deliver;

import io.secplat.workers.notify.letter.Letter;
import io.secplat.workers.notify.pipeline.NotifyFigures;
import io.secplat.workers.notify.pipeline.Records;
import io.secplat.workers.notify.route.Routing;
import io.secplat.workers.notify.route.Suppression;

/** Records for whom a letter is not meant, so that everybody can see why somebody was not told. */
public record Silences(Records records, Attempts attempts, NotifyFigures figures) {

    public void keep(Letter letter, Routing routing) {
        for (Routing.Silent silent : routing.silent()) {
            if (silent.why() == Suppression.QUIET_HOURS) {
                attempts.muted(letter, silent.channel().name());
            }
            records.suppressed(letter, silent.channel(), silent.why());
            figures.suppressed(silent.channel().name(), silent.why());
        }
    }
}
