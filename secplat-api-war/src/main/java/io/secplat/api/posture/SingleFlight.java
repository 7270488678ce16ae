package io.secplat.api.posture;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Asks once for a key and gives everybody who asks meanwhile, and for a short time after, the same answer. */
final class SingleFlight<K, V> {

    private static final int MOST_KEYS = 1_000;

    private final Map<K, Flight<V>> flights = new ConcurrentHashMap<>();
    private final Duration life;
    private final Clock clock;

    /** Two flights are the same only if they are one. */
    private static final class Flight<V> {
        private final CompletableFuture<V> answer = new CompletableFuture<>();
        private final Instant until;

        private Flight(Instant until) {
            this.until = until;
        }
    }

    SingleFlight(Duration life, Clock clock) {
        this.life = life;
        this.clock = clock;
    }

    /** The answer; a failure is given to those who waited for it and then forgotten. */
    V get(K key, Function<K, V> ask) {
        Flight<V> mine = new Flight<>(clock.instant().plus(life));
        Flight<V> flight = flights.merge(key, mine, (old, fresh) -> good(old) ? old : fresh);
        return flight == mine ? fly(key, mine, ask) : join(flight.answer);
    }

    private V fly(K key, Flight<V> mine, Function<K, V> ask) {
        try {
            V answer = ask.apply(key);
            mine.answer.complete(answer);
            return answer;
        } catch (RuntimeException | Error e) {
            flights.remove(key, mine);
            mine.answer.completeExceptionally(e);
            throw e;
        } finally {
            forgetOldOnes();
        }
    }

    private boolean good(Flight<V> flight) {
        return !flight.answer.isDone() || flight.until.isAfter(clock.instant());
    }

    private void forgetOldOnes() {
        if (flights.size() > MOST_KEYS) {
            flights.values().removeIf(flight -> !good(flight));
        }
    }

    private static <V> V join(CompletableFuture<V> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
