package io.secplat.api.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.api.outbox.postgres.OutboxTable;
import io.secplat.api.outbox.postgres.PostgresOutbox;
import io.secplat.api.outbox.postgres.PostgresRelayTurn;
import io.secplat.api.postgres.Database;
import io.secplat.api.postgres.TestDatabase;
import io.secplat.contracts.event.ScanRequested;
import io.secplat.runtime.WorkerContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several servers carry one lane. */
class RelayContestTest {

    private final Database database = TestDatabase.fresh();
    private final PostgresOutbox outbox = new PostgresOutbox(database);
    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch stop = new CountDownLatch(1);

    @AfterEach
    void end() throws InterruptedException {
        stop.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    @Test
    void a_server_that_finds_the_lane_taken_looks_again_before_long() {
        OutboxSignal signal = new OutboxSignal();
        FakeTarget target = new FakeTarget();
        AtomicInteger looks = new AtomicInteger();
        RelayTurn busy = (lane, work) -> {
            if (looks.incrementAndGet() < 100) {
                return false;
            }
            work.run();
            return true;
        };
        append(new OutboxTable(signal), 1);
        start(new OutboxRelay(outbox, busy, target, signal, TestDatabase.silent()));

        // A look each half second would take almost a minute.
        await().atMost(Duration.ofSeconds(20)).until(() -> target.eventIds().size() == 1);
    }

    @Test
    void three_servers_carry_each_row_once_whichever_of_them_it_was_committed_in() {
        FakeTarget target = new FakeTarget();
        List<OutboxTable> tables = new ArrayList<>();
        for (int server = 0; server < 3; server++) {
            OutboxSignal signal = new OutboxSignal();
            tables.add(new OutboxTable(signal));
            start(new OutboxRelay(outbox, new PostgresRelayTurn(database), target, signal, TestDatabase.silent()));
        }
        for (int n = 0; n < 300; n++) {
            append(tables.get(n % 3), n);
        }

        await().until(() -> outbox.countWaiting() == 0);
        assertThat(target.eventIds()).hasSize(300).doesNotHaveDuplicates();
    }

    private void append(OutboxTable table, int job) {
        OutboxEntry entry =
                OutboxEntry.of(new ScanRequested(job, "tls_headers", null, "mira"), UUID.randomUUID(), "web-7Qd2");
        database.change(handle -> table.append(handle, List.of(entry)));
    }

    private void start(OutboxRelay relay) {
        Thread thread = new Thread(() -> run(relay), "relay");
        threads.add(thread);
        thread.start();
    }

    private void run(OutboxRelay relay) {
        try {
            relay.run(new Context());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Context implements WorkerContext {

        @Override
        public boolean stopping() {
            return stop.getCount() == 0;
        }

        @Override
        public void beat() {
            // Nobody watches this thread.
        }

        @Override
        public boolean pause(Duration duration) throws InterruptedException {
            return !stop.await(duration.toNanos(), TimeUnit.NANOSECONDS);
        }
    }
}
