package io.secplat.workers.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.secplat.contracts.event.StreamName;
import io.secplat.guard.AllowedNetworks;
import io.secplat.guard.GuardedConnections;
import io.secplat.guard.GuardedHttp;
import io.secplat.guard.Pace;
import io.secplat.guard.TargetGuard;
import io.secplat.guard.TrustedRoots;
import io.secplat.stream.RunningWorker;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@SuppressWarnings("try")
@Timeout(60)
class ScanConcurrencyTest extends ScanBench {

    private static final int HANDS = 4;
    private static final List<Integer> JOBS = List.of(1, 2, 3, 4);

    @BeforeEach
    void four_hands() {
        hands = HANDS;
    }

    @Test
    void scans_at_once_have_their_limits() {
        assertThat(settings(1).atOnce()).isEqualTo(1);
        assertThat(settings(64).atOnce()).isEqualTo(64);
        assertThatThrownBy(() -> settings(0)).hasMessage("SCAN_CONCURRENCY must be 1 to 64, was 0");
        assertThatThrownBy(() -> settings(65)).hasMessage("SCAN_CONCURRENCY must be 1 to 64, was 65");
    }

    @Test
    void four_scans_run_at_once_each_with_heartbeat_log_and_end_of_its_own() {
        JOBS.forEach(jobs::queue);

        try (RunningWorker worker = worker("a", this::findOneAfterTheGate)) {
            await().until(() -> JOBS.stream().allMatch(job -> jobs.heartbeats(job) >= 2));
            gate.countDown();
            settled();
        }

        assertThat(JOBS).allSatisfy(job -> {
            assertThat(jobs.status(job)).isEqualTo("done");
            assertThat(jobs.completions(job)).isEqualTo(1);
            assertThat(jobs.log(job))
                    .containsExactly(
                            "Scan tls_headers of shop begins", "looking", "looking", "Scan ends: 1 checks, 1 findings");
        });
    }

    @Test
    void no_more_scans_run_than_there_are_hands() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CyclicBarrier together = new CyclicBarrier(HANDS);
        IntStream.rangeClosed(1, 5 * HANDS).forEach(jobs::queue);

        try (RunningWorker worker = worker("a", (target, log) -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            meet(together);
            running.decrementAndGet();
            return findOne(target, log);
        })) {
            settled();
        }

        assertThat(most).hasValue(HANDS);
        assertThat(scans).hasValue(5 * HANDS);
    }

    @Test
    void a_lost_lease_stops_its_own_scan_and_no_other() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        JOBS.forEach(jobs::queue);

        try (RunningWorker worker = worker("a", (target, log) -> {
            try {
                return findOneAfterTheGate(target, log);
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
            }
        })) {
            await().until(() -> JOBS.stream().allMatch(job -> jobs.status(job).equals("running")));
            jobs.cancel(2);
            interrupted.await();
            gate.countDown();
            settled();
        }

        assertThat(JOBS.stream().map(jobs::status)).containsExactly("done", "cancelled", "done", "done");
        assertThat(scans).hasValue(3);
    }

    @Test
    void each_result_is_kept_while_the_api_is_away_and_told_under_its_own_lease() {
        CyclicBarrier together = new CyclicBarrier(HANDS, () -> jobs.away(true));
        JOBS.forEach(jobs::queue);

        try (RunningWorker worker = worker("a", (target, log) -> {
            meet(together);
            return findOne(target, log);
        })) {
            await().until(() -> scans.get() == HANDS);
            jobs.away(false);
            settled();
        }

        assertThat(scans).hasValue(HANDS);
        assertThat(JOBS).allSatisfy(job -> assertThat(jobs.completions(job)).isEqualTo(1));
        assertThat(courier.deadLetters(StreamName.SCAN)).isEmpty();
    }

    @Test
    void a_stop_lets_every_scan_in_hand_end_and_begins_no_other() {
        IntStream.rangeClosed(1, HANDS + 1).forEach(jobs::queue);
        RunningWorker worker = worker("a", this::findOneAfterTheGate);
        await().until(() -> JOBS.stream().allMatch(job -> jobs.status(job).equals("running")));

        worker.ask();
        int before = jobs.heartbeats(1);
        await().until(() -> jobs.heartbeats(1) > before + 1);
        gate.countDown();
        await().until(() -> !worker.isAlive());

        assertThat(JOBS.stream().map(jobs::status)).containsOnly("done");
        assertThat(jobs.status(HANDS + 1)).isEqualTo("queued");
    }

    @Test
    void a_killed_workers_scans_are_each_taken_over_and_end_once() throws Exception {
        JOBS.forEach(jobs::queue);
        RunningWorker killed = worker("killed", this::findOneAfterTheGate);
        await().until(() -> JOBS.stream().allMatch(job -> jobs.status(job).equals("running")));
        killed.kill();
        JOBS.forEach(jobs::expire);

        try (RunningWorker worker = worker("successor", this::findOne)) {
            settled();
        }

        assertThat(JOBS).allSatisfy(job -> {
            assertThat(jobs.status(job)).isEqualTo("done");
            assertThat(jobs.completions(job)).isEqualTo(1);
        });
        assertThat(scans).hasValue(HANDS);
    }

    @Test
    void a_scan_that_takes_too_long_ends_alone() {
        longestScan = Duration.ofMillis(300);
        AtomicInteger begun = new AtomicInteger();
        JOBS.forEach(jobs::queue);

        try (RunningWorker worker = worker(
                "a",
                (target, log) ->
                        begun.incrementAndGet() == 1 ? findOneAfterTheGate(target, log) : findOne(target, log))) {
            settled();
        }

        assertThat(JOBS.stream().map(jobs::status)).containsExactlyInAnyOrder("failed", "done", "done", "done");
    }

    /** A host takes ten at once and then ten in a second: thirty requests take two seconds, however many scans make them. */
    @Test
    void scans_of_one_host_keep_its_pace_together() throws Exception {
        JOBS.forEach(jobs::queue);
        TargetGuard guard = new TargetGuard(
                AllowedNetworks.parse("127.0.0.0/8"), name -> List.of(InetAddress.getByName("127.0.0.1")));
        long began = System.nanoTime();

        try (LocalSite site = LocalSite.plain();
                GuardedConnections connections =
                        new GuardedConnections(guard, TrustedRoots.of(List.of()), clock, Pace.of(10))) {
            Visitor visitor = new Visitor(connections, new GuardedHttp(connections));
            try (RunningWorker worker = worker("a", (target, log) -> {
                for (int asked = 0; asked < 30 / HANDS + 1; asked++) {
                    Visit unused = visitor.get(Visitor.page(site.target().url(false)), log);
                }
                return findOne(target, log);
            })) {
                settled();
            }
            assertThat(site.asked()).hasSize(32);
        }

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofSeconds(2));
    }

    private static void meet(CyclicBarrier others) throws InterruptedException {
        try {
            int unused = others.await();
        } catch (BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    private ScanSettings settings(int atOnce) {
        return new ScanSettings("a", atOnce, Duration.ofSeconds(60), longestScan, ScanSettings.DEFAULT_TICK);
    }
}
