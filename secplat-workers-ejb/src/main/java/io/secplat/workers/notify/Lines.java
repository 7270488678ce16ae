package io.secplat.workers.notify;

import io.secplat.workers.notify.Laggards.Laggard;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The letters under way about each subject to each channel, in the order of the stream: a recovery does not overtake its outage,
 * not even while that waits for a retry behind it. Letters join as they are read; those whose next try is a copy at the tail are
 * kept in {@link Laggards} as well, so that the next notifier knows of them before it meets them. Safe for several threads.
 */
final class Lines {

    private record Place(ChannelName channel, String subject) {}

    private record Leg(ChannelName channel, String eventId) {}

    private final Laggards laggards;
    private final Clock clock;
    private final Map<Place, Deque<String>> lines = new HashMap<>();
    private final Set<Leg> behind = new HashSet<>();
    private final Set<Leg> inHand = new HashSet<>();

    Lines(Laggards laggards, Clock clock) {
        this.laggards = laggards;
        this.clock = clock;
    }

    /** Forgets what was under way and begins with those that lag behind. */
    void begin() {
        List<Laggard> laggers = laggards.all(clock.instant());
        synchronized (this) {
            lines.clear();
            behind.clear();
            laggers.forEach(one -> {
                boolean unused = behind.add(new Leg(one.channel(), one.eventId()));
                one.subjects().forEach(subject -> join(one.channel(), subject, one.eventId()));
            });
        }
    }

    /** The letter was read; nothing happens when it is in line already. */
    synchronized void join(Letter letter, ChannelName channel) {
        letter.lines().forEach(subject -> join(channel, subject, letter.eventId()));
    }

    private void join(ChannelName channel, String subject, String eventId) {
        Deque<String> line = lines.computeIfAbsent(new Place(channel, subject), none -> new ArrayDeque<>());
        if (!line.contains(eventId)) {
            line.add(eventId);
        }
    }

    /**
     * Whether it may go on: nobody is before it, and no other entry that carries it is at work, as when a publisher repeated itself.
     * Who was let in says {@link #away} afterwards, whatever came of it.
     */
    synchronized boolean enter(Letter letter, ChannelName channel) {
        return isFirst(letter, channel) && inHand.add(new Leg(channel, letter.eventId()));
    }

    synchronized void away(Letter letter, ChannelName channel) {
        boolean unused = inHand.remove(new Leg(channel, letter.eventId()));
    }

    /** True as well for a letter that is in no line. */
    private boolean isFirst(Letter letter, ChannelName channel) {
        return letter.lines().stream().allMatch(subject -> Optional.ofNullable(lines.get(new Place(channel, subject)))
                .filter(line -> line.contains(letter.eventId()))
                .map(line -> letter.eventId().equals(line.peekFirst()))
                .orElse(true));
    }

    /** Its next try is a copy at the tail of the stream. */
    void fallBehind(Letter letter, ChannelName channel) {
        synchronized (this) {
            boolean unused = behind.add(new Leg(channel, letter.eventId()));
        }
        laggards.keep(new Laggard(channel, letter.eventId(), letter.lines(), clock.instant()));
    }

    /** Nothing more happens to it on this channel. */
    void leave(Letter letter, ChannelName channel) {
        Leg leg = new Leg(channel, letter.eventId());
        if (letter.attempts() > 0 || isBehind(leg)) {
            laggards.forget(channel, letter.eventId());
        }
        synchronized (this) {
            boolean unused = behind.remove(leg);
            letter.lines().forEach(subject -> leave(new Place(channel, subject), letter.eventId()));
        }
    }

    /** So it may be without a copy: the notifier died before it was stored, and the entry itself came again. */
    private synchronized boolean isBehind(Leg leg) {
        return behind.contains(leg);
    }

    private void leave(Place place, String eventId) {
        Deque<String> line = lines.get(place);
        if (line != null && line.remove(eventId) && line.isEmpty()) {
            lines.remove(place);
        }
    }
}
