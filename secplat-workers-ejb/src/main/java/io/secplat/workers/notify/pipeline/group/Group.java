package io.secplat.workers.notify.pipeline.group;

import io.secplat.workers.notify.letter.Letter;
import io.secplat.workers.notify.pipeline.Dispatch;
import io.secplat.workers.notify.pipeline.Fate;
import io.secplat.workers.notify.pipeline.Stage;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Tells the first of its kind at once and gathers what follows: at the end of a window one letter stands for all that came in it.
 * Each member keeps its own entry in the stream until the letter that stands for it was accepted, and its own record.
 */
public record Group(Gatherings gatherings, GroupRules rules, Clock clock) implements Stage {

    /** How soon a member looks again whether the letter that stands for it was accepted. */
    private static final Duration LOOK = Duration.ofMillis(100);

    @Override
    public Fate run(Dispatch dispatch, Next rest) throws InterruptedException {
        Optional<GroupRules.Rule> rule = rules.of(dispatch);
        return rule.isEmpty() ? rest.run(dispatch) : seated(dispatch, rule.get(), rest);
    }

    /** Takes a letter out of its gathering that is not to be told after all; false when that comes too late. */
    public boolean leave(Dispatch dispatch) {
        return rules.of(dispatch).flatMap(rule -> gatherings.known(rule.name())).stream()
                .allMatch(gathering -> gathering.leave(dispatch.letter()));
    }

    private Fate seated(Dispatch dispatch, GroupRules.Rule rule, Next rest) throws InterruptedException {
        Gathering gathering = gatherings.of(rule.name());
        Gathering.Seat seat = gathering.seat(dispatch.letter(), rule, clock.instant());
        if (seat instanceof Gathering.Seat.Alone) {
            Fate fate = rest.run(dispatch);
            gathering.settled(dispatch.letter(), fate);
            return fate;
        }
        if (seat instanceof Gathering.Seat.Speaker speaker) {
            return speak(dispatch, speaker.members(), gathering, rest);
        }
        return seat instanceof Gathering.Seat.Spoken spoken
                ? spoken.fate()
                : new Fate.Waiting(((Gathering.Seat.Wait) seat).delay().orElse(LOOK), rule.aside());
    }

    /** Whatever ends it, the members are let go. */
    private static Fate speak(Dispatch dispatch, List<Letter> members, Gathering gathering, Next rest)
            throws InterruptedException {
        Fate fate = new Fate.Waiting(LOOK);
        try {
            fate = rest.run(
                    members.size() == 1
                            ? dispatch
                            : new Dispatch(GroupLetter.of(members), dispatch.channel(), members));
            return members.size() == 1 ? fate : Gathering.share(fate, dispatch.letter());
        } finally {
            gathering.spoke(dispatch.letter(), members, fate);
        }
    }
}
