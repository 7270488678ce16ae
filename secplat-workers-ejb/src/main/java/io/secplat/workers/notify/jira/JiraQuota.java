package io.secplat.workers.notify.jira;

import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Jira's answers say about how much more it takes: nothing until {@code X-RateLimit-Reset} once {@code X-RateLimit-Remaining} is
 * 0. The next call would be a 429; this spares it. Safe for several threads.
 */
final class JiraQuota {

    private volatile Instant spentUntil = Instant.MIN;

    /** Takes in what an answer says; one that says nothing changes nothing. */
    void heed(Response answer) {
        String remaining = answer.getHeaderString("X-RateLimit-Remaining");
        if (remaining != null) {
            boolean spent = remaining.strip().matches("0|-\\d{1,9}");
            spentUntil =
                    spent ? reset(answer.getHeaderString("X-RateLimit-Reset")).orElse(Instant.MIN) : Instant.MIN;
        }
    }

    /** How long nothing more is taken; empty while something is. */
    Optional<Duration> rest(Instant now) {
        Instant end = spentUntil;
        return now.isBefore(end) ? Optional.of(Duration.between(now, end)) : Optional.empty();
    }

    /** ISO-8601, often without seconds; empty for anything else. */
    static Optional<Instant> reset(@Nullable String time) {
        try {
            return Optional.ofNullable(time)
                    .map(text -> OffsetDateTime.parse(text.strip()).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
