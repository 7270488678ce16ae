package io.secplat.workers.notify;

import io.secplat.workers.notify.letter.Letter;
import io.secplat.workers.notify.pipeline.Dispatch;
import io.secplat.workers.notify.pipeline.NotifyFigures;
import io.secplat.workers.notify.pipeline.Records;
import io.secplat.workers.notify.pipeline.deliver.Attempts;
import io.secplat.workers.notify.pipeline.group.Group;
import io.secplat.workers.notify.route.Routing;

/**
 * Records, before a letter for several channels is told to any, to which it goes, so that after a loss those that nobody told are known;
 * and for whom it is not meant, so that everybody can see why somebody was not told.
 */
record Silences(Records records, Attempts attempts, Group group, NotifyFigures figures) {

    /** A letter leaves the gatherings of channels that are kept silent. Where it is told already, or about to be, it stays told. */
    Routing heed(Letter letter, Routing routing) {
        return new Routing(routing.legs().stream().map(leg -> heed(letter, leg)).toList());
    }

    private Routing.Leg heed(Letter letter, Routing.Leg leg) {
        return leg instanceof Routing.Silent silent && isBegun(new Dispatch(letter, silent.channel()))
                ? new Routing.Told(silent.channel(), silent.route())
                : leg;
    }

    private boolean isBegun(Dispatch dispatch) {
        return !group.leave(dispatch) || attempts.isBegun(dispatch);
    }

    /** Tells to which channels the letter goes. */
    void announce(Letter letter, Routing routing) {
        if (!routing.told().isEmpty()) {
            records.divided(
                    letter, routing.told().stream().map(Routing.Told::channel).toList());
        }
    }

    void keep(Letter letter, Routing.Silent silent) {
        attempts.muted(letter, silent.channel().name());
        records.suppressed(letter.by(silent.route()), silent.channel(), silent.why());
        figures.suppressed(silent.channel().name(), silent.why());
    }
}
