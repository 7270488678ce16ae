package io.secplat.stream.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.contracts.event.ConsumerGroup;
import io.secplat.contracts.event.StreamName;
import io.secplat.runtime.Journal;
import io.secplat.runtime.Role;
import io.secplat.stream.ConsumerSettings;
import io.secplat.stream.CourierUnavailableException;
import io.secplat.stream.MessageStream;
import io.secplat.stream.RetryPolicy;
import io.secplat.stream.RunningWorker;
import io.secplat.stream.StreamConsumer;
import io.secplat.stream.StreamConsumers;
import io.secplat.stream.StreamInspector;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What happens when the master of a stream dies and its replica takes over. */
@SuppressWarnings("try")
interface FailoverContract {

    Duration FAILOVER = Duration.ofSeconds(40);

    /** Those that hold the derive stream. */
    RedisProcess master();

    RedisProcess replica();

    RedisCourier courier();

    private RunningWorker run(List<String> seen, CountDownLatch finish) {
        Clock clock = Clock.systemUTC();
        Journal journal = new Journal("test", clock, new PrintStream(OutputStream.nullOutputStream()));
        ConsumerSettings settings = ConsumerSettings.DEFAULT
                .withBlock(Duration.ofMillis(100))
                .withClaimIdle(Duration.ofSeconds(60))
                .withConcurrency(2)
                .withRetry(new RetryPolicy(5, Duration.ofMillis(10), Duration.ofMillis(200)));
        StreamConsumer.Surroundings surroundings =
                new StreamConsumer.Surroundings(clock, new Random(1), journal, Thread::new);
        return new RunningWorker(new StreamConsumers(courier(), surroundings)
                .each(Role.DERIVER, ConsumerGroup.DERIVERS, "one", settings, message -> {
                    String key = message.fields().get("n");
                    if ("slow".equals(key)) {
                        finish.await();
                    }
                    seen.add(key);
                    return io.secplat.stream.Outcome.DONE;
                }));
    }

    private StreamInspector.GroupState group() {
        return courier().inspector().inspect().get(StreamName.DERIVE).groups().get("derivers");
    }

    private void add(String n) {
        MessageStream stream = courier().open(ConsumerGroup.DERIVERS, "adder");
        await().atMost(FAILOVER)
                .ignoreException(CourierUnavailableException.class)
                .untilAsserted(() -> stream.divide("1-0", List.of(Map.of("n", n)), List.of()));
    }

    private static String figure(RedisProcess process, String name) throws IOException {
        return process.ask("INFO replication")
                .lines()
                .filter(line -> line.startsWith(name + ":"))
                .findFirst()
                .orElse(name + ":?")
                .substring(name.length() + 1);
    }

    @Test
    default void a_consumer_goes_on_with_the_replica_and_nothing_that_it_had_is_lost_or_done_again() throws Exception {
        List<String> seen = new CopyOnWriteArrayList<>();
        CountDownLatch finish = new CountDownLatch(1);
        IntStream.range(0, 20).forEach(n -> add("before-" + n));
        add("slow");
        try (RunningWorker running = run(seen, finish)) {
            await().until(() -> seen.size() == 20 && group().pending() == 1 && group().lag() == 0);
            await().until(() -> figure(master(), "master_repl_offset").equals(figure(replica(), "slave_repl_offset")));

            master().kill();
            finish.countDown();
            add("after");

            await().atMost(FAILOVER)
                    .ignoreException(CourierUnavailableException.class)
                    .until(() -> seen.contains("after") && group().pending() == 0 && group().lag() == 0);
            assertThat(running.isAlive()).isTrue();
        }
        assertThat(figure(replica(), "role")).isEqualTo("master");
        assertThat(seen.stream().filter(n -> n.startsWith("before")).sorted().toList())
                .isEqualTo(IntStream.range(0, 20)
                        .mapToObj(n -> "before-" + n)
                        .sorted()
                        .toList());
        assertThat(seen).containsOnlyOnce("slow");
    }
}
