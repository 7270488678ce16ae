package io.secplat.api.cache;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Asks once for a key and gives everybody who asks meanwhile, and for a short time after, the same answer. Near the end of
 * that time one caller asks again while the others still get the old answer, so that nobody queues behind a question. What is
 * asked must not ask the same key again.
 */
public final class SingleFlight<K, V> {

    private final Map<K, Flight<V>> flights = new ConcurrentHashMap<>();
    private final Room room;
    private final ToLongFunction<? super V> weight;
    private final Clock clock;

    /** Keeps at most so many answers, whatever they weigh, for so long as the room says. */
    public SingleFlight(Room room, ToLongFunction<? super V> weight, Clock clock) {
        this.room = room;
        this.weight = weight;
        this.clock = clock;
    }

    /** The answer; a failure is given to those who waited for it and then forgotten. */
    public V get(K key, Function<? super K, ? extends V> ask) {
        Instant now = clock.instant();
        Flight<V> known = flights.get(key);
        if (known != null && known.isGood(now)) {
            return known.isForMeToRenew(now) ? renew(key, known, ask) : known.join();
        }
        Flight<V> mine = new Flight<>(now, room.life());
        Flight<V> flight = flights.merge(key, mine, (old, fresh) -> old.isGood(now) ? old : fresh);
        return flight == mine ? fly(key, mine, ask) : flight.join();
    }

    /**
     * Forgets every answer, those that are still awaited included: whoever asks from now on asks anew. Call it after the
     * commit of a change; before it, an answer from before the change could be kept.
     */
    public void forget() {
        flights.clear();
    }

    private V fly(K key, Flight<V> mine, Function<? super K, ? extends V> ask) {
        try {
            V answer = ask.apply(key);
            mine.land(answer, weight.applyAsLong(answer));
            return answer;
        } catch (RuntimeException | Error e) {
            flights.remove(key, mine);
            mine.fail(e);
            throw e;
        } finally {
            makeRoom();
        }
    }

    /** The old answer is good for a while yet, so a question that fails does no harm. */
    private V renew(K key, Flight<V> old, Function<? super K, ? extends V> ask) {
        Flight<V> fresh = new Flight<>(clock.instant(), room.life());
        try {
            V answer = ask.apply(key);
            fresh.land(answer, weight.applyAsLong(answer));
        } catch (RuntimeException e) {
            return old.join();
        }
        flights.replace(key, old, fresh);
        makeRoom();
        return fresh.join();
    }

    /** The oldest answers go first; one that is larger than the whole room goes alone. */
    private synchronized void makeRoom() {
        flights.values().removeIf(flight -> flight.weight() > room.weight());
        long weighed = flights.values().stream().mapToLong(Flight::weight).sum();
        if (flights.size() <= room.answers() && weighed <= room.weight()) {
            return;
        }
        Iterator<Map.Entry<K, Flight<V>>> oldest = landedOldestFirst().iterator();
        while ((flights.size() > room.answers() || weighed > room.weight()) && oldest.hasNext()) {
            Map.Entry<K, Flight<V>> entry = oldest.next();
            flights.remove(entry.getKey(), entry.getValue());
            weighed -= entry.getValue().weight();
        }
    }

    private List<Map.Entry<K, Flight<V>>> landedOldestFirst() {
        return flights.entrySet().stream()
                .filter(entry -> entry.getValue().isDone())
                .sorted(Comparator.comparing(entry -> entry.getValue().until()))
                .toList();
    }
}
