package io.secplat.api.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Slows down guessing: at most so many failed logins a minute for one account and for one address, counted in the memory of
 * this server. A try counts as failed from its start until it succeeds, so that tries at the same moment count too. It
 * remembers the newest 20 000 accounts and addresses and no more, however many somebody makes up.
 */
public final class LoginThrottle {

    static final int MOST_KEYS = 20_000;

    private static final Duration WINDOW = Duration.ofSeconds(60);

    private final int perAccount;
    private final int perAddress;
    private final Clock clock;

    /** The key tried last stands last. */
    private final Map<String, Deque<Instant>> failures = new LinkedHashMap<>();

    public LoginThrottle(int perAccount, int perAddress, Clock clock) {
        this.perAccount = perAccount;
        this.perAddress = perAddress;
        this.clock = clock;
    }

    /** Begins a try; how long to wait instead, when there were too many. */
    public synchronized Optional<Duration> begin(String account, String address) {
        Instant now = clock.instant();
        Optional<Duration> wait =
                wait(account(account), perAccount, now).or(() -> wait(address(address), perAddress, now));
        if (wait.isEmpty()) {
            add(account(account), now);
            add(address(address), now);
            forget(now);
        }
        return wait;
    }

    /** The try was no failure. */
    public synchronized void succeeded(String account, String address) {
        Optional.ofNullable(failures.get(account(account))).ifPresent(Deque::pollLast);
        Optional.ofNullable(failures.get(address(address))).ifPresent(Deque::pollLast);
    }

    /** How many accounts and addresses are remembered. */
    synchronized int size() {
        return failures.size();
    }

    private Optional<Duration> wait(String key, int most, Instant now) {
        Deque<Instant> times = failures.getOrDefault(key, new ArrayDeque<>());
        drop(times, now);
        return times.size() < most
                ? Optional.empty()
                : Optional.of(Duration.between(now, times.getFirst().plus(WINDOW)));
    }

    private void add(String key, Instant now) {
        Deque<Instant> times = Optional.ofNullable(failures.remove(key)).orElseGet(ArrayDeque::new);
        times.add(now);
        failures.put(key, times);
    }

    /** The oldest stand first, so this looks at no more than it removes, and at one. */
    private void forget(Instant now) {
        Iterator<Deque<Instant>> oldest = failures.values().iterator();
        while (oldest.hasNext()) {
            Deque<Instant> times = oldest.next();
            drop(times, now);
            if (!times.isEmpty() && failures.size() <= MOST_KEYS) {
                return;
            }
            oldest.remove();
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
