package io.secplat.workers.notify.round;

import io.secplat.runtime.CurrentWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Asks several at the same time and waits for all of them. Its threads end when there was nothing to do for a while; a caller that finds
 * none left does the work itself.
 */
public final class FanOut {

    private static final int IDLE_SECONDS = 5;

    private final ExecutorService helpers;

    /** @param most threads besides those of the callers, at least 1 */
    public FanOut(int most, ThreadFactory threads) {
        this.helpers = new ThreadPoolExecutor(
                0,
                most,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                threads,
                new ThreadPoolExecutor.CallerRunsPolicy());
    }

    /** One answer of several: what it is, or what came in its place. */
    record Answer<T>(Optional<T> value, Optional<RuntimeException> failure) {

        /** Throws what came in its place, if something did. */
        void raise() {
            if (failure.isPresent()) {
                throw failure.get();
            }
        }
    }

    /** What is asked. */
    @FunctionalInterface
    interface Question<T> {
        T ask() throws InterruptedException;
    }

    /**
     * The answers in the order of the questions, asked for the caller's request and in its trace, whatever becomes of the others. One
     * question is asked on the caller's own thread. An interrupt is passed on to all.
     */
    <T> List<Answer<T>> ask(List<Question<T>> questions) throws InterruptedException {
        if (questions.size() == 1) {
            return List.of(answer(questions.get(0)));
        }
        CurrentWork work = CurrentWork.here();
        List<Callable<Answer<T>>> carried = questions.stream()
                .<Callable<Answer<T>>>map(question -> () -> carried(question, work))
                .toList();
        List<Answer<T>> answers = new ArrayList<>();
        for (Future<Answer<T>> future : helpers.invokeAll(carried)) {
            answers.add(taken(future));
        }
        return answers;
    }

    @SuppressWarnings("try")
    private static <T> Answer<T> carried(Question<T> question, CurrentWork work) throws InterruptedException {
        try (CurrentWork.Scope unused = work.begin()) {
            return answer(question);
        }
    }

    private static <T> Answer<T> answer(Question<T> question) throws InterruptedException {
        try {
            return new Answer<>(Optional.of(question.ask()), Optional.empty());
        } catch (RuntimeException e) {
            return new Answer<>(Optional.empty(), Optional.of(e));
        }
    }

    private static <T> Answer<T> taken(Future<Answer<T>> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (InterruptedException) new InterruptedException("a helper was interrupted").initCause(e);
        }
    }
}
