package io.secplat.workers.notify.pipeline.limit;

import io.secplat.workers.notify.channel.Channel;
import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.pipeline.limit.Gate.Answer;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where letters queue for a recipient that takes only so many, or whose channel has no room for their calls. Each is told to come
 * again about when its turn is, so that a long queue costs little; who comes before its turn is sent back. The tokens themselves are
 * in the {@link Gate}. Safe for several threads.
 */
public final class Turnstile {

    private final Gate gate;
    private final Clock clock;
    private final Map<ChannelName, Doorway> doorways = new EnumMap<>(ChannelName.class);

    public Turnstile(Gate gate, Clock clock) {
        this.gate = gate;
        this.clock = clock;
    }

    /** Forgets who waited, and which channels had no room. */
    public synchronized void begin() {
        doorways.clear();
    }

    /** Empty when the letter may go on, as far as this notifier knows; otherwise when to come again. Asks nobody else. */
    synchronized Optional<Duration> look(Channel channel, String letter) {
        return doorway(channel).look(letter, channel.rate().perSecond(), clock.instant());
    }

    /** Empty when the letter may go now; otherwise when to come again. */
    Optional<Duration> pass(Channel channel, String letter) {
        Optional<Duration> early = arrive(channel, letter);
        if (early.isPresent()) {
            return early;
        }
        Answer answer = gate.enter(channel.name(), channel.recipient(), channel.rate());
        if (answer instanceof Answer.Open) {
            leave(channel, letter);
            return Optional.empty();
        }
        Duration rest = answer instanceof Answer.Closed closed ? closed.rest() : Duration.ZERO;
        return Optional.of(noToken(channel, letter, rest));
    }

    /** Nobody goes through for that long. */
    void close(Channel channel, Duration time) {
        gate.close(channel.name(), channel.recipient(), time);
    }

    /** There was no room for the letter's call, and none need try again within that pause: when it comes again. */
    synchronized Duration full(Channel channel, String letter, Duration pause) {
        return doorway(channel).full(letter, channel.rate().perSecond(), pause, clock.instant());
    }

    /** A call came to its end, so there is room. */
    synchronized void free(Channel channel) {
        doorway(channel).free();
    }

    private synchronized Optional<Duration> arrive(Channel channel, String letter) {
        return doorway(channel).arrive(letter, channel.rate().perSecond(), clock.instant());
    }

    private synchronized Duration noToken(Channel channel, String letter, Duration rest) {
        return doorway(channel).noToken(letter, channel.rate().perSecond(), rest, clock.instant());
    }

    private synchronized void leave(Channel channel, String letter) {
        doorway(channel).leave(letter);
    }

    private Doorway doorway(Channel channel) {
        return doorways.computeIfAbsent(channel.name(), none -> new Doorway());
    }
}
