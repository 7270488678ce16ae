package io.secplat.stream;

import io.secplat.contracts.event.FieldNames;
import io.secplat.contracts.event.StreamName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Turns outcomes into settlements: counts attempts, delays retries, writes dead letters. */
final class SettlementPlanner {

    private final StreamName stream;
    private final RetryPolicy retry;
    private final Clock clock;
    private final RandomGenerator random;

    SettlementPlanner(StreamName stream, RetryPolicy retry, Clock clock, RandomGenerator random) {
        this.stream = stream;
        this.retry = retry;
        this.clock = clock;
        this.random = random;
    }

    /** The settlement of any outcome but {@link Outcome.Hold} and a whole {@link Outcome.Later}, which settle nothing. */
    Settlement plan(Message message, Outcome outcome) {
        List<Map<String, String>> copies = new ArrayList<>();
        List<Map<String, String>> deadLetters = new ArrayList<>();
        for (Outcome.Part part : parts(outcome)) {
            Message changed = changed(message, part.changes());
            if (part.failure() instanceof Outcome.Retry wish && !retry.spent(message.attempts())) {
                copies.add(copy(changed, message.attempts() + 1, wish));
            } else if (part.failure() instanceof Outcome.Later later) {
                copies.add(postponed(changed, later.delay()));
            } else {
                deadLetters.add(deadLetter(changed, message.attempts(), part.failure()));
            }
        }
        return new Settlement(message.id(), copies, deadLetters);
    }

    private static List<Outcome.Part> parts(Outcome outcome) {
        if (outcome instanceof Outcome.Failure failure) {
            return List.of(new Outcome.Part(Map.of(), failure));
        }
        return outcome instanceof Outcome.Divided divided ? divided.parts() : List.of();
    }

    private static Message changed(Message message, Map<String, String> changes) {
        Map<String, String> fields = new LinkedHashMap<>(message.fields());
        fields.putAll(changes);
        return new Message(message.id(), fields);
    }

    private Map<String, String> postponed(Message message, Duration delay) {
        Map<String, String> fields = new LinkedHashMap<>(message.fields());
        if (delay.isZero()) {
            fields.remove(FieldNames.NOT_BEFORE);
        } else {
            Instant notBefore = clock.instant().plus(delay).truncatedTo(ChronoUnit.MICROS);
            fields.put(FieldNames.NOT_BEFORE, notBefore.toString());
        }
        return fields;
    }

    private Map<String, String> copy(Message message, int attempt, Outcome.Retry wish) {
        Duration delay = retry.delay(attempt, wish.atLeast(), random);
        Instant notBefore = clock.instant().plus(delay).truncatedTo(ChronoUnit.MICROS);
        Map<String, String> fields = new LinkedHashMap<>(message.fields());
        fields.put(FieldNames.ATTEMPTS, Integer.toString(attempt));
        fields.put(FieldNames.NOT_BEFORE, notBefore.toString());
        return fields;
    }

    private Map<String, String> deadLetter(Message message, int attempts, Outcome.Failure failure) {
        if (failure instanceof Outcome.Park park) {
            return DeadLetters.of(stream, message, park.reason(), park.retryable(), attempts, clock.instant());
        }
        String reason = ((Outcome.Retry) failure).reason();
        return DeadLetters.of(stream, message, reason, true, attempts, clock.instant());
    }
}
