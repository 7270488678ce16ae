package io.secplat.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.client.Http;
import io.secplat.documentation.HealthTable;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each store, and the API, goes away and comes back, and each store hangs and goes on: each role's server is as the table of
 * docs/OPERATIONS.md says, within two seconds. How long it took is told by the server itself, so that a busy machine delays the asking and not the answer.
 */
@InContainer
class HealthFlipsIT {

    private static final HealthTable TABLE = HealthTable.documented();
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration AT_ONCE = Duration.ofSeconds(4);
    private static final Map<String, RoleServer> WORKERS = new LinkedHashMap<>();
    private static final Map<String, Http> SERVERS = new LinkedHashMap<>();

    private static StoreGate api;

    @BeforeAll
    static void start() {
        int port = LibertyServer.freePort();
        api = StoreGate.open(port, ApiBench.BASE.getPort());
        SharedApplication.deploy();
        List.of("ingestion", "deriver", "scan-workers", "correlator", "notifier")
                .forEach(role -> WORKERS.put(
                        role, RoleServer.launch(role, Map.of("API_URL", "http://127.0.0.1:" + port + "/api"))));
        SERVERS.put("api", new Http(URI.create(ApiBench.BASE.toString())));
        WORKERS.forEach((role, server) -> {
            server.awaitReady();
            SERVERS.put(role, server.http());
        });
    }

    @AfterAll
    static void stop() {
        WORKERS.values().forEach(RoleServer::close);
        api.shut();
    }

    /** A loop that failed with a store may wait half a minute before it is started again. */
    @BeforeEach
    void all_servers_are_well() {
        SERVERS.forEach((role, server) -> await(role).atMost(ApiBench.PATIENCE).untilAsserted(() -> assertThat(
                        HealthReading.of(server).words())
                .isEqualTo(HealthTable.WELL)));
    }

    @ParameterizedTest
    @CsvSource({"PostgreSQL,postgres", "Redis,redis", "OpenSearch,opensearch", "the API,none"})
    void each_server_is_as_the_table_says_and_recovers(String what, String check) {
        StoreGate gate = gate(check);
        Instant shut = Instant.now();
        gate.shut();
        try {
            SERVERS.forEach((role, server) -> becomes(TABLE.of(role, what + " away"), role, check, shut));
            SERVERS.keySet().forEach(role -> stays(role, TABLE.of(role, what + " away")));
        } finally {
            gate.open();
        }
        Instant opened = Instant.now();
        SERVERS.forEach((role, server) -> recovers(TABLE.of(role, what + " away"), role, check, opened));
    }

    /** To whom nobody answers it is away; health answers at once all the same. */
    @ParameterizedTest
    @CsvSource({"PostgreSQL,postgres", "Redis,redis", "OpenSearch,opensearch"})
    void a_store_that_hangs_counts_as_away_and_holds_up_no_answer(String what, String check) {
        StoreGate gate = gate(check);
        Instant held = Instant.now();
        gate.hold();
        try {
            SERVERS.forEach((role, server) -> becomes(TABLE.of(role, what + " away"), role, check, held));
            SERVERS.values().forEach(HealthFlipsIT::answersAtOnce);
        } finally {
            gate.release();
        }
        SERVERS.forEach((role, server) -> await(role).atMost(ApiBench.PATIENCE).until(() -> {
            HealthReading reading = HealthReading.of(server);
            return reading.ready() && !reading.data(check).getBoolean("degraded", false);
        }));
    }

    @Test
    void a_check_tells_its_state_and_nothing_of_the_place() {
        SERVERS.forEach((role, server) -> {
            HealthReading reading = HealthReading.of(server);

            assertThat(reading.data("redis").getString("what")).isEqualTo("Redis answers");
            assertThat(reading.since("redis")).isBefore(Instant.now());
            assertThat(server.get("/health").body()).doesNotContain("127.0.0.1", "redis://", "jdbc", "message");
        });
    }

    private static void becomes(String expected, String role, String check, Instant shut) {
        if (affects(expected)) {
            HealthReading reading = awaitWords(role, expected);
            assertThat(reading.data(check).getString("last_error")).isNotEmpty();
            assertSoon(role + " without " + check, shut, reading.since(check));
        }
    }

    /** Nothing of the store is waited for: its own limits are from five seconds on. */
    private static void answersAtOnce(Http server) {
        Instant asked = Instant.now();
        HealthReading reading = HealthReading.of(server);
        assertThat(reading.live()).isTrue();
        assertThat(Duration.between(asked, Instant.now())).isLessThan(AT_ONCE);
    }

    /** Those that nothing happened to, and those that it happened to, are the same two seconds later. */
    private static void stays(String role, String expected) {
        if (!expected.equals("–")) {
            await(role)
                    .during(SOON.dividedBy(SERVERS.size()))
                    .atMost(SOON.multipliedBy(5))
                    .until(() -> HealthReading.of(SERVERS.get(role)).words().equals(expected));
        }
    }

    /** Loops may need longer, so that a server which is in service again may still be called degraded. */
    private static void recovers(String expected, String role, String check, Instant opened) {
        if (affects(expected)) {
            await(role).atMost(SOON.multipliedBy(5)).until(() -> {
                HealthReading reading = HealthReading.of(SERVERS.get(role));
                return reading.ready() && !reading.data(check).getBoolean("degraded");
            });
            assertSoon(
                    role + " with " + check,
                    opened,
                    HealthReading.of(SERVERS.get(role)).since(check));
        }
    }

    private static boolean affects(String expected) {
        return !expected.equals(HealthTable.WELL) && !expected.equals("–");
    }

    private static HealthReading awaitWords(String role, String expected) {
        Http server = SERVERS.get(role);
        return await(role).atMost(SOON.multipliedBy(5)).until(() -> HealthReading.of(server), reading -> reading.words()
                .equals(expected));
    }

    private static void assertSoon(String what, Instant cause, Instant flip) {
        Duration took = Duration.between(cause, flip);
        System.out.println("health flip: " + what + " after " + took.toMillis() + " ms");
        assertThat(took).as(what).isBetween(Duration.ZERO, SOON);
    }

    private static StoreGate gate(String check) {
        return switch (check) {
            case "postgres" -> ApiBench.postgres();
            case "redis" -> ApiBench.redis();
            case "opensearch" -> ApiBench.openSearch();
            default -> api;
        };
    }
}
