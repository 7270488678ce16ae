package io.secplat.api.posture;

import io.secplat.api.cache.FinishedAnswer;
import io.secplat.api.cache.Room;
import io.secplat.api.cache.SingleFlight;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finished answers about posture, shared by all callers who ask the same. Every role is told the same, so the question alone is
 * the key: a record with everything that was asked.
 */
public final class AnswerCache {

    /** Answers in memory; each is one question: a filter and a place in a list. */
    static final int MOST_ANSWERS = 500;

    /** Bytes in memory, some hundred pages of 1 000 assets. */
    static final long MOST_BYTES = 48L << 20;

    private final boolean off;
    private final SingleFlight<Record, Optional<FinishedAnswer>> answers;

    /** A cache whose answers are no older than that; with zero it is off. */
    public AnswerCache(Duration life, Clock clock) {
        this.off = life.isZero();
        this.answers = new SingleFlight<>(
                new Room(life, MOST_ANSWERS, MOST_BYTES),
                answer -> answer.map(FinishedAnswer::weight).orElse(0L),
                clock);
    }

    /** The answer to this question; empty when it is too long to be kept, which is remembered as well. */
    public Optional<FinishedAnswer> get(Record question, Supplier<Optional<JsonObject>> ask) {
        return off ? finished(ask) : answers.get(question, asked -> finished(ask));
    }

    /** The answer to a question whose answers are never too long. */
    public FinishedAnswer always(Record question, Supplier<JsonObject> ask) {
        return get(question, () -> Optional.of(ask.get())).orElseThrow();
    }

    private static Optional<FinishedAnswer> finished(Supplier<Optional<JsonObject>> ask) {
        return ask.get()
                .map(json -> new FinishedAnswer(json.toString().getBytes(StandardCharsets.UTF_8), Optional.empty()));
    }
}
