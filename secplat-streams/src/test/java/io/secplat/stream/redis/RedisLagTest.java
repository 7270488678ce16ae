package io.secplat.stream.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.contracts.event.ConsumerGroup;
import io.secplat.contracts.event.StreamName;
import io.secplat.stream.CourierUnavailableException;
import io.secplat.stream.Message;
import io.secplat.stream.MessageStream;
import io.secplat.stream.StreamInspector.StreamState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The lag after a restart from an append-only file. A rewrite of that file stores how many entries a group has read; reads after
 * it are stored as claims, which move the group on and do not count. So Redis comes back with too small a count, for ever.
 */
@Timeout(60)
class RedisLagTest {

    private static final String STREAM = StreamName.DERIVE.wire();
    private static final String GROUP = ConsumerGroup.DERIVERS.wire();
    private static final List<String> DURABLE = List.of("--save", "", "--appendonly", "yes", "--appendfsync", "always");

    @TempDir
    private Path directory;

    private RedisProcess redis;
    private RedisServer server;
    private RedisCourier courier;
    private MessageStream stream;

    @BeforeEach
    void start() throws IOException {
        redis = new RedisProcess(directory, RedisProcess.freePorts(1).get(0), DURABLE);
        server = RedisServer.at(Optional.of("redis://127.0.0.1:" + redis.port()), Duration.ofSeconds(5));
        courier = new RedisCourier(server);
        stream = courier.open(ConsumerGroup.DERIVERS, "one");
    }

    @AfterEach
    void stop() {
        server.close();
        redis.close();
    }

    @Test
    void a_group_that_has_read_everything_lags_behind_nothing_after_a_restart() throws Exception {
        restartWithALostCount();

        settle(1);

        assertThat(lag()).isZero();
    }

    @Test
    void a_group_that_is_three_behind_lags_by_three_after_a_restart() throws Exception {
        restartWithALostCount();

        add(2);

        assertThat(lag()).isEqualTo(3);
    }

    @Test
    void a_lag_beyond_what_is_counted_lies_between_that_and_the_length() throws Exception {
        restartWithALostCount();

        add(1_500);

        assertThat(lag()).isBetween((long) RedisLag.EXACT, state().length());
    }

    @Test
    void a_lag_that_redis_does_not_know_is_counted() {
        List<String> ids = add(10);
        settle(4);

        server.link().ask(redis -> redis.xdel(STREAM, ids.get(7)));

        assertThat(reported()).isEqualTo("null");
        assertThat(lag()).isEqualTo(5);
    }

    @Test
    void a_lag_of_0_is_believed_and_nothing_is_counted() throws IOException {
        add(3);
        settle(3);

        assertThat(lag()).isZero();
        assertThat(redis.ask("INFO commandstats"))
                .contains("cmdstat_xinfo|groups:")
                .doesNotContain("cmdstat_eval:");
    }

    /** Leaves one entry that is not read yet, and a Redis that believes in many. */
    private void restartWithALostCount() throws Exception {
        add(100);
        settle(10);
        rewriteFile();
        settle(40);
        settle(50);
        redis.kill();
        redis = new RedisProcess(directory, redis.port(), DURABLE);
        await().ignoreException(CourierUnavailableException.class)
                .untilAsserted(() -> assertThat(state().length()).isEqualTo(100));
        add(1);
        if (RedisBinary.isTheOneThatComesAlong()) {
            assertThat(reported()).as("what Redis believes").isEqualTo("91");
        }
    }

    private List<String> add(int count) {
        return server.link().askAll(redis -> Collections.nCopies(count, Map.of("event_id", "e")).stream()
                .map(fields -> redis.xadd(STREAM, fields))
                .toList());
    }

    private void settle(int count) {
        List<Message> read = stream.read(count, Duration.ofSeconds(5));
        assertThat(read).hasSize(count);
        stream.acknowledge(read.stream().map(Message::id).toList());
    }

    private void rewriteFile() throws IOException {
        redis.ask("BGREWRITEAOF");
        await().until(() -> redis.ask("INFO persistence")
                .lines()
                .toList()
                .containsAll(Set.of("aof_rewrite_in_progress:0", "aof_rewrite_scheduled:0")));
    }

    /** The lag as Redis tells it. */
    private String reported() {
        List<Object> groups = server.link().ask(redis -> redis.xinfoGroups(STREAM));
        return String.valueOf(RedisReplies.members(groups.get(0)).get("lag"));
    }

    private StreamState state() {
        return courier.inspector().inspect().get(StreamName.DERIVE);
    }

    private long lag() {
        return state().groups().get(GROUP).lag();
    }
}
