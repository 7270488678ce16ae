package io.secplat.stream.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.secplat.contracts.event.ConsumerGroup;
import io.secplat.runtime.Journal;
import io.secplat.runtime.Role;
import io.secplat.stream.ConsumerSettings;
import io.secplat.stream.CourierUnavailableException.Reason;
import io.secplat.stream.MessageStream;
import io.secplat.stream.Outcome;
import io.secplat.stream.RunningWorker;
import io.secplat.stream.StreamConsumer;
import io.secplat.stream.StreamConsumers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One server with a password and TLS. */
@Timeout(120)
class SecuredRedisTest {

    @TempDir
    private static Path directory;

    private static TestSecurity security;
    private static RedisProcess redis;
    private static int door;

    @BeforeAll
    static void start() throws Exception {
        security = TestSecurity.in(directory);
        List<Integer> ports = RedisProcess.freePorts(2);
        door = ports.get(1);
        redis = new RedisProcess(directory, ports.get(0), Optional.of(TestSecurity.PASSWORD), security.server(door));
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @Test
    void messages_come_and_go_as_on_any_other() throws Exception {
        try (RedisServer server = server("rediss://:" + TestSecurity.PASSWORD + "@", security.access())) {
            MessageStream stream = new RedisCourier(server).open(ConsumerGroup.DERIVERS, "one");
            stream.divide("1-0", List.of(Map.of("n", "1")), List.of());

            assertThat(stream.read(1, Duration.ofSeconds(5)))
                    .singleElement()
                    .satisfies(message -> assertThat(message.fields()).containsEntry("n", "1"));
            assertThat(redis.ask("EXISTS " + ConsumerGroup.DERIVERS.stream().wire()))
                    .isEqualTo(":1");
        }
    }

    @Test
    void a_user_of_its_own_is_let_in_too() throws Exception {
        assertThat(redis.ask("ACL SETUSER courier on >rye-opens-a-side-door ~* &* +@all"))
                .isEqualTo("+OK");
        try (RedisServer server = server("rediss://courier:rye-opens-a-side-door@", security.access())) {
            assertThat(new RedisCourier(server).inspector().serverVersion()).isNotEmpty();
        }
    }

    @Test
    void a_wrong_password_or_none_is_told_as_such() {
        assertThat(Refusal.of(server("rediss://:wrong-one@", security.access())))
                .isEqualTo(Reason.PASSWORD_REFUSED);
        assertThat(Refusal.of(server("rediss://nobody:wrong-one@", security.access())))
                .isEqualTo(Reason.PASSWORD_REFUSED);
        assertThat(Refusal.of(server("rediss://", security.access()))).isEqualTo(Reason.PASSWORD_REFUSED);
    }

    @Test
    void a_certificate_of_an_authority_that_was_not_named_is_refused_before_the_password_is_said() {
        assertThat(Refusal.of(server("rediss://:" + TestSecurity.PASSWORD + "@", RedisAccess.PLAIN)))
                .isEqualTo(Reason.CERTIFICATE_REFUSED);
    }

    @Test
    void a_certificate_for_another_name_is_refused(@TempDir Path folder) throws Exception {
        TestSecurity misnamed = TestSecurity.misnamed(folder);
        List<Integer> ports = RedisProcess.freePorts(2);
        try (RedisProcess impostor = new RedisProcess(
                folder, ports.get(0), Optional.of(TestSecurity.PASSWORD), misnamed.server(ports.get(1)))) {
            assertThat(impostor.ask("PING")).isEqualTo("+PONG");
            String url = "rediss://:" + TestSecurity.PASSWORD + "@127.0.0.1:" + ports.get(1);
            assertThat(Refusal.of(RedisServer.at(Optional.of(url), misnamed.access())))
                    .isEqualTo(Reason.CERTIFICATE_REFUSED);
        }
    }

    @Test
    void a_consumer_that_is_not_let_in_says_why_and_goes_on_trying() throws Exception {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        Clock clock = Clock.systemUTC();
        Journal journal = new Journal("test", clock, new PrintStream(log, true, StandardCharsets.UTF_8));
        StreamConsumer.Surroundings surroundings =
                new StreamConsumer.Surroundings(clock, new Random(1), journal, Thread::new);
        try (RedisServer server = server("rediss://:wrong-one@", security.access());
                RunningWorker running = new RunningWorker(new StreamConsumers(new RedisCourier(server), surroundings)
                        .each(
                                Role.DERIVER,
                                ConsumerGroup.DERIVERS,
                                "one",
                                ConsumerSettings.DEFAULT,
                                message -> Outcome.DONE))) {
            await().until(() -> log.toString(StandardCharsets.UTF_8).contains("courier_password_refused"));
            assertThat(running.isAlive()).isTrue();
        }
        assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain("wrong-one");
    }

    @Test
    void authorities_that_cannot_be_read_are_refused_at_once(@TempDir Path folder) throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.crt"));
        Path text = Files.writeString(folder.resolve("text.crt"), "-----BEGIN CERTIFICATE-----\nnone\n");
        for (Path file : List.of(folder.resolve("missing.crt"), empty, text)) {
            assertThatThrownBy(() -> RedisAccess.of(Optional.empty(), Optional.empty(), Optional.of(file)))
                    .as(file.getFileName().toString())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("REDIS_CA_FILE ");
        }
    }

    @Test
    void a_user_of_the_sentinels_needs_a_password() {
        assertThatThrownBy(() -> RedisAccess.of(Optional.of("ada"), Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("REDIS_SENTINEL_USER needs REDIS_SENTINEL_PASSWORD");
    }

    private static RedisServer server(String beginning, RedisAccess access) {
        return RedisServer.at(Optional.of(beginning + "127.0.0.1:" + door), access, Duration.ofSeconds(2));
    }
}
