package io.secplat.api.live.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.api.live.LiveFeed;
import io.secplat.api.live.LiveFeedContract;
import io.secplat.api.live.Position;
import io.secplat.local.store.TestStores;
import io.secplat.stream.redis.RedisServer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same specification on a real Redis. */
class RedisLiveFeedTest implements LiveFeedContract {

    private final RedisServer server =
            RedisServer.at(Optional.of(TestStores.redis().url()));
    private final RedisLiveFeed feed = new RedisLiveFeed(server.link(), server.link());

    @BeforeEach
    void empty() {
        Long unused = server.link().ask(redis -> redis.del(RedisLiveFeed.STREAM));
    }

    @AfterEach
    void disconnect() {
        server.close();
    }

    @Override
    public LiveFeed feed() {
        return feed;
    }

    @Test
    void after_a_flush_the_old_place_is_not_held_and_a_new_one_is_there() {
        Position before = feed.end();
        Long unused = server.link().ask(redis -> redis.del(RedisLiveFeed.STREAM));

        assertThat(feed.since(before, 10)).isEmpty();
        assertThat(feed.end()).isGreaterThanOrEqualTo(before);
    }

    @Test
    void an_entry_that_somebody_added_by_hand_breaks_nothing() {
        Position before = feed.end();
        String unused = server.link().ask(redis -> redis.xadd(RedisLiveFeed.STREAM, Map.of("data", "no json")));

        assertThat(feed.after(before, 10, Duration.ZERO))
                .extracting(entry -> entry.event().data().toString())
                .containsExactly("{}");
    }
}
