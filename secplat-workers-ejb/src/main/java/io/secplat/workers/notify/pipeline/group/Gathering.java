package io.secplat.workers.notify.pipeline.group;

import io.secplat.workers.notify.letter.Letter;
import io.secplat.workers.notify.pipeline.Acceptance;
import io.secplat.workers.notify.pipeline.Fate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Letters of one kind for one channel that are told together. A first letter opens a window and goes alone; those that come within it
 * wait for its end and then go as one, which opens a window of twice the length, up to the longest; a window in which nobody came
 * closes. Safe for several threads.
 */
final class Gathering {

    /** What a letter has to do. */
    sealed interface Seat {

        /** It goes by itself. */
        record Alone() implements Seat {}

        /** It waits, for that long if that is known. */
        record Wait(Optional<Duration> delay) implements Seat {}

        /** It speaks for these, itself among them. */
        record Speaker(List<Letter> members) implements Seat {}

        /** Another spoke for it, and this is what came of it. */
        record Spoken(Fate fate) implements Seat {}
    }

    private final Map<String, Letter> waiting = new LinkedHashMap<>();
    private final Set<String> alone = new HashSet<>();
    private final Set<String> spokenFor = new HashSet<>();
    private final Map<String, Fate> fates = new HashMap<>();
    private Instant end = Instant.MIN;
    private Duration length = Duration.ZERO;

    /** The seat of a letter that is at hand. */
    synchronized Seat seat(Letter letter, GroupRules.Rule rule, Instant now) {
        String id = letter.eventId();
        Fate known = fates.remove(id);
        if (known != null) {
            return new Seat.Spoken(known);
        }
        if (spokenFor.contains(id)) {
            return new Seat.Wait(Optional.empty());
        }
        if (alone.contains(id)) {
            return new Seat.Alone();
        }
        if (!now.isBefore(end) && waiting.isEmpty()) {
            open(rule.first(), now);
            alone.add(id);
            return new Seat.Alone();
        }
        waiting.put(id, letter);
        return now.isBefore(end) ? new Seat.Wait(Optional.of(Duration.between(now, end))) : speaker(rule, now);
    }

    private Seat speaker(GroupRules.Rule rule, Instant now) {
        List<Letter> members =
                waiting.values().stream().limit(GroupLetter.MOST_MEMBERS).toList();
        members.forEach(member -> {
            waiting.remove(member.eventId());
            spokenFor.add(member.eventId());
        });
        Duration twice = length.multipliedBy(2);
        open(twice.compareTo(rule.longest()) < 0 ? twice : rule.longest(), now);
        return new Seat.Speaker(members);
    }

    private void open(Duration window, Instant now) {
        length = window;
        end = now.plus(window);
    }

    /** What came of a letter that went alone. */
    synchronized void settled(Letter letter, Fate fate) {
        if (fate.isFinal()) {
            alone.remove(letter.eventId());
        }
    }

    /** What came of a letter that spoke for these; as long as it was not told they gather again. */
    synchronized void spoke(Letter speaker, List<Letter> members, Fate fate) {
        members.forEach(member -> spokenFor.remove(member.eventId()));
        if (fate instanceof Fate.Waiting) {
            Map<String, Letter> others = new LinkedHashMap<>();
            members.forEach(member -> others.put(member.eventId(), member));
            others.putAll(waiting);
            waiting.clear();
            waiting.putAll(others);
            end = Instant.MIN;
        } else {
            members.stream()
                    .filter(member -> !member.eventId().equals(speaker.eventId()))
                    .forEach(member -> fates.put(member.eventId(), share(fate, member)));
        }
    }

    /** It is not to be told after all. False when that comes too late, since others told it, or just do or may have done so. */
    synchronized boolean leave(Letter letter) {
        String id = letter.eventId();
        if (spokenFor.contains(id) || fates.containsKey(id)) {
            return false;
        }
        Letter unused = waiting.remove(id);
        boolean ignored = alone.remove(id);
        return true;
    }

    /** A member's share in what came of the whole. */
    static Fate share(Fate whole, Letter member) {
        if (whole instanceof Fate.Accepted accepted) {
            Acceptance acceptance = accepted.acceptance();
            return new Fate.Accepted(new Acceptance(
                    member.eventId(),
                    member.attempts() + 1,
                    acceptance.at(),
                    acceptance.reference(),
                    acceptance.eventId()));
        }
        return whole;
    }
}
