package io.secplat.stream.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.RedisURI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"redis://localhost", "rediss://u:p@one:6380/2", "redis://:p,w@one", " redis://one:6379 "})
    void one_server_is_one_server(String url) {
        RedisAddress address = RedisAddress.parse(url, RedisAccess.PLAIN);

        assertThat(address.isCluster()).isFalse();
        assertThat(address.servers()).hasSize(1);
    }

    @Test
    void sentinels_name_the_master_they_look_after() {
        RedisURI uri = RedisAddress.parse("redis-sentinel://:p@one:26379,two:26380#main", RedisAccess.PLAIN)
                .servers()
                .get(0);

        assertThat(uri.getSentinelMasterId()).isEqualTo("main");
        assertThat(uri.getSentinels()).extracting(RedisURI::getHost).containsExactly("one", "two");
        assertThat(uri.getSentinels())
                .allMatch(sentinel -> sentinel.getTimeout().equals(Deployment.CONNECT_TIMEOUT));
    }

    @Test
    void a_cluster_is_named_by_some_of_its_servers() {
        RedisAddress address = RedisAddress.parse("redis-cluster://u:p@one:6379,two:6380", RedisAccess.PLAIN);

        assertThat(address.isCluster()).isTrue();
        assertThat(address.servers()).extracting(RedisURI::getHost).containsExactly("one", "two");
        assertThat(address.servers()).extracting(RedisURI::getPort).containsExactly(6379, 6380);
        assertThat(address.servers()).noneMatch(RedisURI::isSsl);
        assertThat(RedisAddress.parse("rediss-cluster://one", RedisAccess.PLAIN).servers())
                .allMatch(RedisURI::isSsl);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://:secret@host",
                "redis://:secret@one:6379,two:6379",
                "redis-sentinel://:secret@one:26379",
                "redis-cluster://",
                "redis-cluster://:secret@one:port",
                "redis-cluster//:secret@one",
                "secret"
            })
    void anything_else_is_refused_without_repeating_it(String url) {
        assertThatThrownBy(() -> RedisAddress.parse(url, RedisAccess.PLAIN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("REDIS_URL is not")
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }
}
