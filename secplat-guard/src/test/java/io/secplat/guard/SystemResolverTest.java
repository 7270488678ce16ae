package io.secplat.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SystemResolverTest {

    private static final List<InetAddress> FOUND = List.of(InetAddress.getLoopbackAddress());

    private final ExecutorService callers = Executors.newCachedThreadPool();
    private final CountDownLatch never = new CountDownLatch(1);

    @AfterEach
    void stop() {
        never.countDown();
        callers.shutdownNow();
    }

    @Test
    void the_machine_knows_itself_and_not_a_name_that_is_none() throws Exception {
        try (SystemResolver resolver = new SystemResolver()) {
            assertThat(resolver.resolve("localhost")).allMatch(InetAddress::isLoopbackAddress);
        }
        try (SystemResolver resolver = new SystemResolver(this::unknown, Duration.ofSeconds(5), 1)) {
            assertThatThrownBy(() -> resolver.resolve("nowhere.test")).isInstanceOf(UnknownHostException.class);
        }
    }

    @Test
    void more_lookups_than_threads_wait_for_their_turn() throws Exception {
        try (SystemResolver resolver = new SystemResolver(name -> FOUND, Duration.ofSeconds(30), 2)) {
            List<Future<List<InetAddress>>> asked = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                asked.add(callers.submit(() -> resolver.resolve("shop.example")));
            }
            for (Future<List<InetAddress>> each : asked) {
                assertThat(each.get()).isEqualTo(FOUND);
            }
        }
    }

    @Test
    void a_silent_name_server_is_given_up_in_time() {
        try (SystemResolver resolver = new SystemResolver(this::silent, Duration.ofMillis(100), 1)) {
            assertThatThrownBy(() -> resolver.resolve("slow.example")).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void a_lookup_that_never_had_its_turn_is_our_fault_and_not_the_names() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        NameResolver hanging = name -> {
            begun.countDown();
            awaitWithoutHeed();
            return FOUND;
        };
        try (SystemResolver resolver = new SystemResolver(hanging, Duration.ofMillis(100), 1)) {
            Future<List<InetAddress>> first = callers.submit(() -> resolver.resolve("slow.example"));
            begun.await();

            assertThatThrownBy(() -> resolver.resolve("fine.example")).isInstanceOf(RejectedExecutionException.class);
            assertThatThrownBy(first::get).hasCauseInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void a_caller_who_is_interrupted_is_let_go_and_stays_interrupted() {
        try (SystemResolver resolver = new SystemResolver(this::silent, Duration.ofSeconds(30), 1)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> resolver.resolve("slow.example")).isInstanceOf(IOException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private List<InetAddress> unknown(String name) throws IOException {
        throw new UnknownHostException(name);
    }

    private List<InetAddress> silent(String name) throws IOException {
        try {
            never.await();
            return FOUND;
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** As the machine's own resolver does, which cannot be interrupted. */
    private void awaitWithoutHeed() {
        while (never.getCount() > 0) {
            try {
                never.await();
            } catch (InterruptedException e) {
                // it goes on all the same
                continue;
            }
        }
    }
}
