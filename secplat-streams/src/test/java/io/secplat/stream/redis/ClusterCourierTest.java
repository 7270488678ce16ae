package io.secplat.stream.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.SetArgs;
import io.lettuce.core.cluster.SlotHash;
import io.secplat.contracts.event.ConsumerGroup;
import io.secplat.contracts.event.StreamName;
import io.secplat.stream.ConcurrentConsumerContract;
import io.secplat.stream.Courier;
import io.secplat.stream.CourierUnavailableException;
import io.secplat.stream.DeadLetterBoxContract;
import io.secplat.stream.EventPublisherContract;
import io.secplat.stream.MessageStream;
import io.secplat.stream.MessageStreamContract;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The same specifications on a cluster of three, and what only a cluster can do: refuse to touch two slots at once. */
@Timeout(60)
class ClusterCourierTest
        implements MessageStreamContract, EventPublisherContract, DeadLetterBoxContract, ConcurrentConsumerContract {

    private static final String STREAM = StreamName.DERIVE.wire();
    private static final String LETTERS = StreamName.DERIVE.deadLetters();

    private static TestCluster cluster;

    private final RedisServer server = RedisServer.at(Optional.of(cluster.url()), Duration.ofSeconds(2));
    private final RedisCourier courier = new RedisCourier(server);
    private final RedisLink link = server.link();

    @BeforeAll
    static void startCluster(@TempDir Path directory) throws IOException {
        cluster = new TestCluster(directory);
    }

    @AfterAll
    static void stopCluster() {
        cluster.close();
    }

    @BeforeEach
    void empty() {
        flush();
    }

    @AfterEach
    void disconnect() {
        server.close();
    }

    @Override
    public Courier courier() {
        return courier;
    }

    @Override
    public void flush() {
        link.ask(commands -> commands.flushall());
    }

    private long length(String key) {
        return link.ask(redis -> redis.xlen(key));
    }

    @Test
    void a_stream_and_its_dead_letters_are_in_the_care_of_different_servers() throws IOException {
        assertThat(SlotHash.getSlot(STREAM)).isNotEqualTo(SlotHash.getSlot(LETTERS));
        assertThat(cluster.holderOf(STREAM)).isNotSameAs(cluster.holderOf(LETTERS));
        assertThatThrownBy(() -> new ScriptReplay(link).replay(StreamName.DERIVE, List.of("1-0")))
                .hasRootCauseMessage("CROSSSLOT Keys in request don't hash to the same slot");
    }

    @Test
    void every_command_goes_to_its_server_at_once() throws IOException {
        long before = cluster.redirected();
        for (ConsumerGroup group : ConsumerGroup.values()) {
            MessageStream stream = courier.open(group, "one");
            courier.publisher().bury(group.stream(), Map.of("event_id", "e1"));
            stream.divide("1-0", List.of(Map.of("event_id", "e2")), List.of());
            String id = stream.read(1, Duration.ofSeconds(2)).get(0).id();
            stream.refresh(List.of(id));
            stream.reclaim(1, Duration.ofSeconds(2));
            stream.bury(id, Map.of("event_id", "e2"));
            courier.deadLetters()
                    .replay(
                            group.stream(),
                            List.of(courier.deadLetters().newest(group.stream()).orElseThrow()));
        }
        courier.inspector().inspect();
        courier.trimmer().trim();

        assertThat(cluster.redirected()).isEqualTo(before);
    }

    @Test
    void the_version_of_its_servers_is_told() {
        assertThat(courier.inspector().serverVersion()).matches("\\d+\\.\\d+\\.\\d+");
    }

    @Test
    void a_copy_and_the_settling_are_one_transaction() {
        MessageStream stream = courier.open(ConsumerGroup.DERIVERS, "one");
        courier.publisher().bury(StreamName.DERIVE, Map.of("error", "x"));
        stream.divide("1-0", List.of(Map.of("n", "first")), List.of());
        String id = stream.read(1, Duration.ofSeconds(2)).get(0).id();

        stream.divide(id, List.of(Map.of("n", "again")), List.of());

        assertThat(stream.read(2, Duration.ofSeconds(2))).singleElement().satisfies(copy -> assertThat(copy.fields())
                .containsEntry("n", "again"));
        assertThat(courier.inspector()
                        .inspect()
                        .get(StreamName.DERIVE)
                        .groups()
                        .get("derivers")
                        .pending())
                .isEqualTo(1);
    }

    @Test
    void a_dead_letter_is_stored_before_its_entry_is_settled_and_once_however_long_that_takes() {
        MessageStream stream = courier.open(ConsumerGroup.DERIVERS, "one");
        stream.divide("1-0", List.of(Map.of("event_id", "e1")), List.of());
        String id = stream.read(1, Duration.ofSeconds(2)).get(0).id();
        link.ask(redis -> redis.rename(STREAM, "{" + STREAM + "}.aside"));
        link.ask(redis -> redis.set(STREAM, "no stream"));

        for (int n = 0; n < 3; n++) {
            assertThatThrownBy(() -> stream.bury(id, Map.of("event_id", "e1", "error", "derive_failed")))
                    .isInstanceOf(CourierUnavailableException.class);
        }
        assertThat(length(LETTERS)).isEqualTo(1);

        link.ask(redis -> redis.rename("{" + STREAM + "}.aside", STREAM));
        stream.bury(id, Map.of("event_id", "e1", "error", "derive_failed"));
        assertThat(length(LETTERS)).isEqualTo(1);
        assertThat(courier.inspector()
                        .inspect()
                        .get(StreamName.DERIVE)
                        .groups()
                        .get("derivers")
                        .pending())
                .isZero();
    }

    @Test
    void a_replay_that_somebody_else_has_begun_is_left_to_them_until_they_are_given_up() {
        courier.publisher().bury(StreamName.DERIVE, Map.of("event_id", "e1", "error", "derive_failed"));
        String id = courier.deadLetters().newest(StreamName.DERIVE).orElseThrow();
        link.ask(redis -> redis.set("{" + LETTERS + "}.replay." + id, "1", SetArgs.Builder.px(400)));

        assertThat(courier.deadLetters().replay(StreamName.DERIVE, List.of(id))).isEmpty();
        await().untilAsserted(() -> assertThat(courier.deadLetters().replay(StreamName.DERIVE, List.of(id)))
                .containsExactly(id));
        long reserved = link.ask(redis -> redis.exists("{" + LETTERS + "}.replay." + id));
        assertThat(reserved).isZero();
    }

    @Test
    void a_letter_named_twice_is_replayed_once() {
        courier.publisher().bury(StreamName.DERIVE, Map.of("event_id", "e1"));
        String id = courier.deadLetters().newest(StreamName.DERIVE).orElseThrow();

        assertThat(courier.deadLetters().replay(StreamName.DERIVE, List.of(id, id)))
                .containsExactly(id);
        assertThat(length(STREAM)).isEqualTo(1);
    }
}
