package io.secplat.api.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether a token that was rightly signed still counts: its user is enabled and still has the token's role, and the token
 * was not given back. Answers are kept for ten seconds, so a change takes effect within that time; a logout in this server
 * does at once.
 */
public final class Standing {

    private static final Duration KEPT = Duration.ofSeconds(10);
    private static final int MANY = 10_000;

    /** Looks the truth up. */
    @FunctionalInterface
    public interface Lookup {
        boolean isGood(Bearer bearer);
    }

    private record Answer(boolean good, Instant until) {}

    private final Lookup lookup;
    private final Clock clock;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    public Standing(Lookup lookup, Clock clock) {
        this.lookup = lookup;
        this.clock = clock;
    }

    public boolean isGood(Bearer bearer) {
        Instant now = clock.instant();
        Answer known = answers.get(bearer.jti());
        if (known != null && now.isBefore(known.until())) {
            return known.good();
        }
        forget(now);
        boolean good = lookup.isGood(bearer);
        answers.merge(bearer.jti(), new Answer(good, now.plus(KEPT)), Standing::latest);
        return good;
    }

    /** The token was given back just now. */
    void ended(String jti) {
        answers.put(jti, new Answer(false, clock.instant().plus(KEPT.multipliedBy(2))));
    }

    /** A logout during a look-up must not be overwritten by what the look-up saw before it. */
    private static Answer latest(Answer old, Answer fresh) {
        return !old.good() && old.until().isAfter(fresh.until()) ? old : fresh;
    }

    private void forget(Instant now) {
        if (answers.size() > MANY) {
            answers.values().removeIf(answer -> !now.isBefore(answer.until()));
        }
    }
}
