package io.secplat.workers.scan.headers.visit;

import io.secplat.guard.HttpAnswer;
import io.secplat.guard.HttpAsk;
import io.secplat.guard.TargetUrl;
import io.secplat.guard.TimeLimits;
import io.secplat.workers.scan.ScanFailedException;
import io.secplat.workers.scan.ScanLog;
import io.secplat.workers.scan.Visit;
import io.secplat.workers.scan.Visitor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Follows redirects as a browser does, to other hosts as well. The guard checks each step. */
final class RedirectWalk {

    static final int MOST_REDIRECTS = 10;

    /** Of one walk. */
    static final Duration LONGEST = Duration.ofSeconds(20);

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final Visitor visitor;
    private final Clock clock;

    RedirectWalk(Visitor visitor, Clock clock) {
        this.visitor = visitor;
        this.clock = clock;
    }

    /** Goes where the ask leads; ScanFailedException when the guard refuses its very address. */
    Journey from(HttpAsk ask, ScanLog log) throws InterruptedException {
        return walk(ask, new ArrayList<>(), Optional.of(ask.url()), log);
    }

    /** Goes where an answer to the ask leads, which came already. */
    Journey onward(HttpAsk ask, HttpAnswer first, ScanLog log) throws InterruptedException {
        return walk(ask, new ArrayList<>(List.of(first)), next(first), log);
    }

    private Journey walk(HttpAsk ask, List<HttpAnswer> steps, Optional<TargetUrl> begin, ScanLog log)
            throws InterruptedException {
        Instant end = clock.instant().plus(LONGEST);
        Optional<TargetUrl> next = begin;
        while (next.isPresent() && steps.size() <= MOST_REDIRECTS) {
            Optional<TimeLimits> left = left(ask.limits(), end);
            if (left.isEmpty()) {
                return new Journey.Lost("no answer in time");
            }
            Optional<Visit> visit = visit(ask.to(next.get()).within(left.get()), steps.isEmpty(), log);
            if (visit.isEmpty()) {
                return new Journey.Arrived(steps, next);
            }
            if (visit.get() instanceof Visit.Silent silent) {
                return new Journey.Lost(silent.reason());
            }
            HttpAnswer answer = ((Visit.Answered) visit.get()).answer();
            steps.add(answer);
            next = next(answer);
        }
        return new Journey.Arrived(steps, Optional.empty());
    }

    private static Optional<TargetUrl> next(HttpAnswer answer) {
        return answer.redirect().filter(to -> REDIRECTS.contains(answer.status()));
    }

    /** Empty when the guard does not let us go where a site has sent us: that is the site's doing, and no failure of the scan. */
    private Optional<Visit> visit(HttpAsk ask, boolean first, ScanLog log) throws InterruptedException {
        try {
            return Optional.of(visitor.get(ask, log));
        } catch (ScanFailedException e) {
            if (first) {
                throw e;
            }
            log.line("A redirect leads where the scan may not go: " + e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<TimeLimits> left(TimeLimits limits, Instant end) {
        Duration left = shorter(limits.total(), Duration.between(clock.instant(), end));
        return left.isNegative() || left.isZero()
                ? Optional.empty()
                : Optional.of(new TimeLimits(shorter(limits.connect(), left), left));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
