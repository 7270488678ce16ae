package io.secplat.workers.notify.pipeline.limit;

import io.secplat.workers.notify.channel.Channel;
import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.pipeline.limit.Gate.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where letters queue for a recipient that takes only so many. Each is told to come again about when its turn is, so that a long
 * queue costs little; who comes before its turn is sent back. The tokens themselves are in the {@link Gate}. Safe for several
 * threads.
 */
public final class Turnstile {

    /** So many from the head of the queue may ask for a token, since they come again at about the same time. */
    private static final int HEAD = 16;

    private static final Duration SHORTEST = Duration.ofMillis(20);

    private final Gate gate;
    private final Clock clock;
    private final Map<ChannelName, TicketQueue> queues = new EnumMap<>(ChannelName.class);

    public Turnstile(Gate gate, Clock clock) {
        this.gate = gate;
        this.clock = clock;
    }

    /** Forgets who waited. */
    public synchronized void begin() {
        queues.clear();
    }

    /** Empty when the letter may go now; otherwise when to come again. */
    Optional<Duration> pass(Channel channel, String letter) {
        long before = before(channel.name(), letter);
        if (before >= HEAD) {
            return Optional.of(comeAgain(channel, letter, Duration.ZERO));
        }
        Answer answer = gate.enter(channel.name(), channel.recipient(), channel.rate());
        if (answer instanceof Answer.Open) {
            leave(channel.name(), letter);
            return Optional.empty();
        }
        Duration rest = answer instanceof Answer.Closed closed ? closed.rest() : Duration.ZERO;
        return Optional.of(comeAgain(channel, letter, rest));
    }

    /** Nobody goes through for that long. */
    void close(Channel channel, Duration time) {
        gate.close(channel.name(), channel.recipient(), time);
    }

    /** Nobody is before a letter that finds no queue, and then it makes none. */
    private synchronized long before(ChannelName channel, String letter) {
        TicketQueue queue = queue(channel);
        Instant now = clock.instant();
        return queue.isEmpty(now) ? 0 : queue.place(letter, now);
    }

    private synchronized Duration comeAgain(Channel channel, String letter, Duration rest) {
        TicketQueue queue = queue(channel.name());
        Instant now = clock.instant();
        long place = queue.place(letter, now);
        Duration turn =
                Duration.ofNanos(Math.round((place + 1) * 1e9 / channel.rate().perSecond()));
        Duration wait = rest.plus(turn.compareTo(SHORTEST) < 0 ? SHORTEST : turn);
        queue.due(letter, now.plus(wait));
        return wait;
    }

    private synchronized void leave(ChannelName channel, String letter) {
        queue(channel).leave(letter);
    }

    private TicketQueue queue(ChannelName channel) {
        return queues.computeIfAbsent(channel, none -> new TicketQueue());
    }
}
