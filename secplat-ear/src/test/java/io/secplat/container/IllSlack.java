package io.secplat.container;

import io.secplat.local.http.Answer;
import io.secplat.local.http.Call;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** The pretend services with a Slack that can fall ill. Counts what reaches Slack. */
final class IllSlack implements Function<Call, Answer> {

    /** Longer than any caller waits. */
    private static final long SILENCE_SECONDS = 6;

    private final Function<Call, Answer> services;
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch speechless = new CountDownLatch(1);
    private volatile boolean well;

    /** At first it answers nothing. */
    IllSlack(Function<Call, Answer> services) {
        this.services = services;
    }

    /** From now on it answers, but with 503. */
    void speak() {
        speechless.countDown();
    }

    /** From now on it takes messages. */
    void recover() {
        well = true;
    }

    /** Requests that reached Slack so far, whatever became of them. */
    int asked() {
        return asked.get();
    }

    @Override
    public Answer apply(Call call) {
        return call.path().startsWith("/slack/") ? slack(call) : services.apply(call);
    }

    private Answer slack(Call call) {
        asked.incrementAndGet();
        try {
            boolean silent = !speechless.await(SILENCE_SECONDS, TimeUnit.SECONDS);
            return silent || !well ? Answer.text(503, "service_unavailable") : services.apply(call);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.text(503, "closing");
        }
    }
}
