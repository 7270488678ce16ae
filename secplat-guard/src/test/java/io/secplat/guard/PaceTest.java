package io.secplat.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PaceTest {

    private static final Host SHOP = Host.parse("shop.example");
    private static final Host BANK = Host.parse("bank.example");

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - TimeUnit.SECONDS.toNanos(2));
    private final List<Duration> waits = new ArrayList<>();
    private final Pace pace = new Pace(4, now::get, wait -> {
        waits.add(wait);
        now.addAndGet(wait.toNanos());
    });

    @AfterEach
    void forgetInterruption() {
        boolean unused = Thread.interrupted();
    }

    @Test
    void a_second_s_worth_goes_at_once_and_the_rest_one_by_one() throws Exception {
        ask(SHOP, 4);
        assertThat(waits).isEmpty();

        ask(SHOP, 3);
        assertThat(waits).containsOnly(Duration.ofMillis(250)).hasSize(3);
    }

    @Test
    void the_long_run_keeps_the_rate() throws Exception {
        long start = now.get();
        ask(SHOP, 404);

        assertThat(Duration.ofNanos(now.get() - start)).isEqualTo(Duration.ofSeconds(100));
    }

    @Test
    void a_host_that_was_left_alone_has_its_second_s_worth_again_and_no_more() throws Exception {
        ask(SHOP, 5);
        now.addAndGet(TimeUnit.HOURS.toNanos(1));
        waits.clear();

        ask(SHOP, 5);
        assertThat(waits).containsExactly(Duration.ofMillis(250));
    }

    @Test
    void hosts_do_not_wait_for_each_other() throws Exception {
        ask(SHOP, 4);
        ask(BANK, 4);

        assertThat(waits).isEmpty();
    }

    @Test
    void hosts_that_are_left_alone_are_forgotten() throws Exception {
        for (int i = 0; i < Pace.MANY_HOSTS; i++) {
            ask(Host.parse("host" + i + ".example"), 1);
        }
        assertThat(pace.hosts()).isEqualTo(Pace.MANY_HOSTS);
        now.addAndGet(TimeUnit.SECONDS.toNanos(1));

        ask(SHOP, 1);
        assertThat(pace.hosts()).isEqualTo(1);
    }

    @Test
    void callers_that_come_together_get_turns_one_after_the_other() throws Exception {
        List<Duration> booked = new ArrayList<>();
        Pace still = new Pace(2, now::get, booked::add);
        for (int i = 0; i < 5; i++) {
            still.await(SHOP);
        }

        assertThat(booked).containsExactly(Duration.ofMillis(500), Duration.ofMillis(1_000), Duration.ofMillis(1_500));
    }

    @Test
    void all_ways_to_a_host_share_one_pace() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
                GuardedConnections connections = new GuardedConnections(
                        new TargetGuard(AllowedNetworks.parse("127.0.0.1"), Corpus::resolve),
                        TrustedRoots.of(List.of()),
                        Clock.systemUTC(),
                        pace)) {
            Endpoint endpoint = Endpoint.parse("127.0.0.1:" + server.getLocalPort());
            TimeLimits limits = new TimeLimits(Duration.ofMillis(300), Duration.ofMillis(300));
            HttpAsk ask =
                    HttpAsk.of(TargetUrl.parse("http://" + endpoint + "/")).within(limits);
            for (int i = 0; i < 2; i++) {
                connections.tcp(endpoint, limits).close();
                assertThatThrownBy(() -> new GuardedHttp(connections).get(ask)).isInstanceOf(IOException.class);
                assertThatThrownBy(() -> connections.tls(endpoint, TlsTrust.OBSERVED, limits))
                        .isInstanceOf(IOException.class);
            }
        }

        assertThat(waits).hasSize(2);
    }

    @Test
    @Timeout(30)
    void a_wait_ends_when_its_thread_is_interrupted_and_the_interruption_stays() throws Exception {
        Pace real = Pace.of(1);
        real.await(SHOP);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> real.await(SHOP)).isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void a_rate_that_is_none_is_named() {
        for (int wrong : new int[] {-1, 0, 1_001}) {
            assertThatThrownBy(() -> Pace.of(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("MAX_REQUESTS_PER_SECOND must be 1 to 1000");
        }
    }

    private void ask(Host host, int times) throws InterruptedIOException {
        for (int i = 0; i < times; i++) {
            pace.await(host);
        }
    }
}
