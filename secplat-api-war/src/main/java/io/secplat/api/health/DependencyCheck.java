package io.secplat.api.health;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Asks one dependency whether it is there. While a question is unanswered nobody asks another, so that a dependency that
 * hangs holds one thread and not one for each caller.
 */
public final class DependencyCheck {

    /** Returns when the dependency answers, throws otherwise. */
    @FunctionalInterface
    public interface Question {
        void ask();
    }

    private final String name;
    private final Question question;
    private final Executor executor;
    private @Nullable CompletableFuture<DependencyState> asked;

    public DependencyCheck(String name, Question question, Executor executor) {
        this.name = name;
        this.question = question;
        this.executor = executor;
    }

    public String name() {
        return name;
    }

    /** The answer; {@code TIMEOUT} when there is none after that time. */
    CompletableFuture<DependencyState> within(Duration patience) {
        return question()
                .copy()
                .completeOnTimeout(DependencyState.TIMEOUT, patience.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(failure -> DependencyState.UNAVAILABLE);
    }

    private synchronized CompletableFuture<DependencyState> question() {
        CompletableFuture<DependencyState> open = asked;
        if (open == null || open.isDone()) {
            open = CompletableFuture.supplyAsync(this::answer, executor);
            asked = open;
        }
        return open;
    }

    private DependencyState answer() {
        question.ask();
        return DependencyState.OK;
    }
}
