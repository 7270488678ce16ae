package io.secplat.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GeneratorTest {

    private static final Duration STALL = Duration.ofMillis(300);

    private final AtomicInteger served = new AtomicInteger();
    private final ExecutorService pool = Executors.newFixedThreadPool(4);
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(pool);
        server.createContext("/", exchange -> {
            if (served.incrementAndGet() == 20) {
                LockSupport.parkNanos(STALL.toNanos());
            }
            byte[] body = "{}".getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
        pool.shutdownNow();
    }

    @Test
    void a_steady_run_makes_exactly_the_calls_that_are_due() throws IOException {
        Measured measured =
                new Generator(server.getAddress(), 4).steady(Calls.get("all", "/"), 100, Duration.ofSeconds(1));

        assertThat(measured.good()).isEqualTo(100);
        assertThat(measured.bad()).isZero();
        assertThat(measured.bytesPerAnswer()).isEqualTo(2);
        assertThat(served).hasValue(100);
    }

    @Test
    void calls_that_wait_behind_a_stalled_one_count_from_the_time_they_were_due() throws IOException {
        Measured measured =
                new Generator(server.getAddress(), 1).steady(Calls.get("all", "/"), 100, Duration.ofSeconds(1));

        assertThat(measured.latencies().percentile(100)).isGreaterThanOrEqualTo(STALL.toMillis() - 50);
        assertThat(measured.latencies().percentile(85))
                .as("not only the stalled call itself is late")
                .isGreaterThan(50);
    }

    @Test
    void an_answer_of_another_status_is_not_counted_as_done() throws IOException {
        Calls wrong = new Calls("wrong", Calls.get("all", "/").requests(), 201);
        Measured measured = new Generator(server.getAddress(), 2).flood(wrong, Duration.ofMillis(500));

        assertThat(measured.good()).isZero();
        assertThat(measured.bad()).isPositive();
    }
}
