package io.secplat.api.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/**
 * Slows down guessing: at most so many failed logins a minute for one account and for one address, counted in the memory of
 * this server. A try counts as failed from its start until it succeeds, so that tries at the same moment count too.
 */
public final class LoginThrottle {

    private static final Duration WINDOW = Duration.ofSeconds(60);
    private static final int MANY_KEYS = 10_000;

    private final int perAccount;
    private final int perAddress;
    private final Clock clock;
    private final Map<String, Deque<Instant>> failures = new HashMap<>();

    public LoginThrottle(int perAccount, int perAddress, Clock clock) {
        this.perAccount = perAccount;
        this.perAddress = perAddress;
        this.clock = clock;
    }

    /** Begins a try; how long to wait instead, when there were too many. */
    synchronized Optional<Duration> begin(String account, String address) {
        Instant now = clock.instant();
        forget(now);
        Optional<Duration> wait =
                wait(account(account), perAccount, now).or(() -> wait(address(address), perAddress, now));
        if (wait.isEmpty()) {
            failures.computeIfAbsent(account(account), key -> new ArrayDeque<>())
                    .add(now);
            failures.computeIfAbsent(address(address), key -> new ArrayDeque<>())
                    .add(now);
        }
        return wait;
    }

    /** The try was no failure. */
    synchronized void succeeded(String account, String address) {
        Optional.ofNullable(failures.get(account(account))).ifPresent(Deque::pollLast);
        Optional.ofNullable(failures.get(address(address))).ifPresent(Deque::pollLast);
    }

    private Optional<Duration> wait(String key, int most, Instant now) {
        Deque<Instant> times = failures.getOrDefault(key, new ArrayDeque<>());
        drop(times, now);
        return times.size() < most
                ? Optional.empty()
                : Optional.of(Duration.between(now, times.getFirst().plus(WINDOW)));
    }

    /** Keeps the map small when somebody tries very many names. */
    private void forget(Instant now) {
        if (failures.size() > MANY_KEYS) {
            for (Iterator<Deque<Instant>> all = failures.values().iterator(); all.hasNext(); ) {
                Deque<Instant> times = all.next();
                drop(times, now);
                if (times.isEmpty()) {
                    all.remove();
                }
            }
        }
    }

    private static void drop(Deque<Instant> times, Instant now) {
        while (!times.isEmpty() && !times.getFirst().plus(WINDOW).isAfter(now)) {
            times.removeFirst();
        }
    }

    private static String account(String name) {
        return "account " + name;
    }

    private static String address(String name) {
        return "address " + name;
    }
}
