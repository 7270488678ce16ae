package io.secplat.workers.notify.pipeline.order;

import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.letter.Letter;
import io.secplat.workers.notify.pipeline.order.Laggards.Laggard;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The letters under way about each subject to each channel, in the order of the stream: a recovery does not overtake its outage,
 * not even while that waits for a retry behind it. Letters join as they are read; those that go on as a copy at the tail are
 * kept in {@link Laggards} as well, so that the next notifier knows of them before it meets them, and of the place of those whose copy
 * it meets after one that came later. Safe for several threads.
 */
public final class Lines {

    /** How soon the next in line looks again whether the one before it is through: a fortieth of its age, within these bounds. */
    private static final Duration SHORTEST_LOOK = Duration.ofMillis(100);

    private static final Duration LONGEST_LOOK = Duration.ofSeconds(1);

    /** Nobody waits longer, however many are before. */
    private static final Duration LONGEST_PATIENCE = Duration.ofSeconds(5);

    private static final int AGES = 40;

    private record Place(ChannelName channel, String subject) {}

    private record Leg(ChannelName channel, String eventId) {}

    private final Laggards laggards;
    private final Clock clock;
    private final Map<Place, Line> lines = new HashMap<>();
    private final Set<Leg> behind = new HashSet<>();
    private final Set<Leg> inHand = new HashSet<>();

    public Lines(Laggards laggards, Clock clock) {
        this.laggards = laggards;
        this.clock = clock;
    }

    /** Forgets what was under way and begins with those that lag behind. */
    public void begin() {
        List<Laggard> earlier = laggards.all(clock.instant());
        synchronized (this) {
            lines.clear();
            behind.clear();
            earlier.forEach(this::join);
        }
    }

    private void join(Laggard laggard) {
        boolean unused = behind.add(new Leg(laggard.channel(), laggard.eventId()));
        Line.Spot spot = new Line.Spot(laggard.eventId(), laggard.entryId(), laggard.at());
        laggard.subjects().forEach(subject -> join(new Place(laggard.channel(), subject), spot));
    }

    /** The letter was read; nothing happens when it is in line already. */
    public synchronized void join(Letter letter, ChannelName channel) {
        Line.Spot spot = spot(letter);
        letter.lines().forEach(subject -> join(new Place(channel, subject), spot));
    }

    private Line.Spot spot(Letter letter) {
        return new Line.Spot(letter.eventId(), letter.entryId(), clock.instant());
    }

    private void join(Place place, Line.Spot spot) {
        lines.computeIfAbsent(place, none -> new Line()).join(spot);
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
        return lines(letter, channel).noneMatch(line -> line.isBefore(letter.eventId()));
    }

    private Stream<Line> lines(Letter letter, ChannelName channel) {
        return letter.lines().stream()
                .flatMap(subject -> Optional.ofNullable(lines.get(new Place(channel, subject))).stream());
    }

    /** When to look again: later the more are before it, and the older it is, since thousands may wait while a channel is away. */
    synchronized Duration patience(Letter letter, ChannelName channel) {
        Duration age = Duration.between(laggard(letter, channel).at(), clock.instant());
        Duration look = shorter(longer(age.dividedBy(AGES), SHORTEST_LOOK), LONGEST_LOOK);
        int before = lines(letter, channel)
                .mapToInt(line -> line.before(letter.eventId()))
                .max()
                .orElse(1);
        return shorter(look.multipliedBy(Math.max(1, before)), LONGEST_PATIENCE);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** It goes on to these channels as copies at the tail of the stream; called before there are any. */
    public void fallBehind(Letter letter, List<ChannelName> channels) {
        synchronized (this) {
            channels.forEach(channel -> behind.add(new Leg(channel, letter.eventId())));
        }
        laggards.keep(channels.stream().map(channel -> laggard(letter, channel)).toList());
    }

    private synchronized Laggard laggard(Letter letter, ChannelName channel) {
        Line.Spot spot = lines(letter, channel)
                .flatMap(line -> line.spot(letter.eventId()).stream())
                .findFirst()
                .orElseGet(() -> spot(letter));
        return new Laggard(channel, letter.eventId(), letter.lines(), spot.entryId(), spot.at());
    }

    /** Nothing more happens to it on this channel. */
    public void leave(Letter letter, ChannelName channel) {
        Leg leg = new Leg(channel, letter.eventId());
        if (letter.isCopy() || isBehind(leg)) {
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
        Line line = lines.get(place);
        if (line != null) {
            line.leave(eventId);
            if (line.isEmpty()) {
                lines.remove(place);
            }
        }
    }
}
