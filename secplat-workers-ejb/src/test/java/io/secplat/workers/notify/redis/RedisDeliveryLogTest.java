package io.secplat.workers.notify.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.stream.redis.RedisBaton;
import io.secplat.stream.redis.RedisLink;
import io.secplat.stream.redis.RedisServer;
import io.secplat.stream.redis.TestRedis;
import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.pipeline.Acceptance;
import io.secplat.workers.notify.pipeline.deliver.DeliveryLog;
import io.secplat.workers.notify.pipeline.deliver.DeliveryLogContract;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisDeliveryLogTest implements DeliveryLogContract {

    private static TestRedis redis;

    private final RedisServer server = RedisServer.at(Optional.of(redis.url()));
    private final RedisLink link = server.link();
    private final RedisBaton baton = baton("ours");
    private final DeliveryLog log = new RedisDeliveryLog(link, baton);

    private RedisBaton baton(String holder) {
        return new RedisBaton(link, "{secplat:notify}:baton", holder, Duration.ofMinutes(1));
    }

    @BeforeAll
    static void startRedis(@TempDir Path directory) throws IOException {
        redis = new TestRedis(directory);
    }

    @AfterAll
    static void stopRedis() throws IOException {
        redis.close();
    }

    @BeforeEach
    void empty() {
        link.ask(commands -> commands.flushall());
        assertThat(baton.take()).isTrue();
    }

    @AfterEach
    void disconnect() {
        server.close();
    }

    @Override
    public DeliveryLog log() {
        return log;
    }

    @Override
    public DeliveryLog foreign() {
        return new RedisDeliveryLog(link, baton("theirs"));
    }

    @Test
    void a_baton_that_ran_out_begins_no_attempt() {
        baton.giveBack();

        assertThat(log.begin(List.of("k"), ChannelName.SLACK, ATTEMPT)).isFalse();
    }

    @Test
    void it_forgets_after_seven_days() {
        log.remember(Map.of("k", new Acceptance("e", 1, Instant.EPOCH, null)), ChannelName.SLACK);

        List<String> keys = link.ask(commands -> commands.keys("*letter*"));
        assertThat(keys).hasSize(1);
        long seconds = link.ask(commands -> commands.ttl(keys.get(0)));
        assertThat(seconds)
                .isBetween(
                        Duration.ofDays(7).toSeconds() - 5, Duration.ofDays(7).toSeconds());
    }
}
