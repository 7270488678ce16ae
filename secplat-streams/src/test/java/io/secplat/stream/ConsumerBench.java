package io.secplat.stream;

import static org.awaitility.Awaitility.await;

import io.secplat.contracts.event.ConsumerGroup;
import io.secplat.contracts.event.StreamName;
import io.secplat.runtime.Journal;
import io.secplat.runtime.Role;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/** A consumer on a courier in memory, and what it saw. */
@SuppressWarnings("try")
class ConsumerBench {

    static final StreamName STREAM = StreamName.DERIVE;
    static final ConsumerGroup GROUP = ConsumerGroup.DERIVERS;

    final Clock clock = Clock.systemUTC();
    final InMemoryCourier courier = new InMemoryCourier(clock);
    final List<Message> seen = new CopyOnWriteArrayList<>();
    final StreamConsumer.Surroundings surroundings = new StreamConsumer.Surroundings(
            clock,
            new Random(1),
            new Journal("test", clock, new PrintStream(OutputStream.nullOutputStream())),
            Thread::new);
    final StreamConsumers consumers = new StreamConsumers(courier, surroundings);
    final ConsumerSettings settings = ConsumerSettings.DEFAULT
            .withBlock(Duration.ofMillis(20))
            .withClaimIdle(Duration.ofSeconds(30))
            .withFailureReason("derive_failed")
            .withRetry(new RetryPolicy(5, Duration.ofMillis(1), Duration.ofMillis(8)));

    RunningWorker run(ConsumerSettings how, MessageHandler handler) {
        return run("one", how, handler);
    }

    RunningWorker run(String consumer, ConsumerSettings how, MessageHandler handler) {
        return new RunningWorker(consumers.each(Role.DERIVER, GROUP, consumer, how, message -> {
            seen.add(message);
            return handler.handle(message);
        }));
    }

    String add(String key) {
        return courier.add(STREAM, Map.of("event_id", "event-" + key, "asset_keys", key));
    }

    void awaitSettled() {
        await().until(() ->
                courier.state(GROUP).pending() == 0 && courier.state(GROUP).lag() == 0 && !seen.isEmpty());
    }

    List<String> seenKeys() {
        return seen.stream()
                .map(message -> message.reader().texts("asset_keys").get(0))
                .toList();
    }

    static Outcome stickOnce(AtomicBoolean first, CountDownLatch finish) throws InterruptedException {
        if (first.getAndSet(false)) {
            finish.await();
        }
        return Outcome.DONE;
    }
}
