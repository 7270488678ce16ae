package io.secplat.stream;

import io.secplat.runtime.Journal;
import io.secplat.runtime.WorkerContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The state of one run of a consumer: a new run begins with empty hands and gets everything again from the stream. What it
 * has in hand is bounded by the batch, the waiting room and what its crew works on.
 */
final class ConsumerSession {

    /** How soon it looks again when nothing is due and nothing new may be read. */
    private static final Duration FULL = Duration.ofMillis(20);

    /** How soon it looks again whether it may read. */
    private static final Duration PAUSED = Duration.ofMillis(100);

    private final String name;
    private final int chunk;
    private final ConsumerSettings settings;
    private final RandomGenerator random;
    private final Journal journal;
    private final Intake intake;
    private final Workbench bench;
    private final Crew crew;
    private final News news = new News();
    private int pauses;

    ConsumerSession(
            StreamConsumer.Post post,
            ConsumerSettings settings,
            StreamConsumer.Surroundings surroundings,
            Heartbeat heartbeat,
            Crew crew) {
        this.name = post.group().stream().wire();
        this.chunk = post.chunk();
        this.settings = settings;
        this.random = surroundings.random();
        this.journal = surroundings.journal();
        this.intake = new Intake(post, settings, surroundings, heartbeat);
        this.bench = new Workbench(post, settings, surroundings, heartbeat, news);
        this.crew = crew;
    }

    /** One turn of the loop; a pause belongs to it when there was trouble. */
    void turn(WorkerContext context) throws InterruptedException {
        crew.check();
        String trouble = attempt(context);
        if (!trouble.isEmpty()) {
            pause(context, trouble);
        } else if (news.takeGood() || (crew.isIdle() && intake.isEmpty())) {
            resume();
        }
    }

    private void resume() {
        if (pauses > 0) {
            journal.info("stream.consume", "resumed", Map.of("stream", name));
        }
        pauses = 0;
    }

    private void pause(WorkerContext context, String trouble) throws InterruptedException {
        boolean unused = news.takeGood();
        if (pauses++ == 0) {
            journal.warn("stream.consume", "paused", Map.of("stream", name, "reason", trouble));
        }
        context.pause(settings.retry().delay(pauses, random));
    }

    /** The reason to pause, or empty text. */
    private String attempt(WorkerContext context) throws InterruptedException {
        try {
            bench.storeOwed();
            if (crew.room() == 0) {
                crew.awaitRoom(settings.block());
            } else {
                giveOut(context);
            }
        } catch (CourierUnavailableException e) {
            return e.reason().code();
        } finally {
            intake.putBack(news.takeHeld());
            intake.postpone(news.takePostponed());
        }
        return news.takeTrouble();
    }

    private void giveOut(WorkerContext context) throws InterruptedException {
        boolean paused = context.paused();
        if (intake.isEmpty() && !paused) {
            intake.fill(appetite());
        }
        List<Message> messages = intake.take(chunk);
        if (!messages.isEmpty()) {
            crew.begin(() -> bench.work(messages));
        } else if (paused) {
            boolean unused = context.pause(PAUSED);
        } else if (!intake.hasRoom()) {
            boolean unused = context.pause(shorter(intake.patience(), FULL));
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Several hands take no more than they can begin at once, so that nothing waits behind a slow one. */
    private int appetite() {
        return settings.concurrency() == 1 ? settings.batch() : Math.min(settings.batch(), crew.room() * chunk);
    }
}
