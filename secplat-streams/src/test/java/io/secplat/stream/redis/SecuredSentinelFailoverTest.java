package io.secplat.stream.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.contracts.event.StreamName;
import io.secplat.stream.CourierUnavailableException.Reason;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Servers and sentinel with passwords of their own, and TLS between all of them and us. */
@Timeout(120)
class SecuredSentinelFailoverTest implements FailoverContract {

    @TempDir
    private Path directory;

    private TestSecurity security;
    private TestSentinel redis;
    private RedisServer server;
    private RedisCourier courier;

    @BeforeEach
    void start() throws Exception {
        security = TestSecurity.in(directory);
        redis = TestSentinel.in(directory, security);
        server = server(TestSecurity.PASSWORD, security.access());
        courier = new RedisCourier(server);
    }

    @AfterEach
    void stop() {
        server.close();
        redis.close();
    }

    @Test
    void each_password_and_the_certificate_are_needed_and_who_lacks_one_is_told_which() {
        assertThat(Refusal.of(server("wrong-one", security.access()))).isEqualTo(Reason.PASSWORD_REFUSED);
        assertThat(Refusal.of(server(TestSecurity.PASSWORD, security.access("wrong-two"))))
                .isEqualTo(Reason.PASSWORD_REFUSED);
        assertThat(Refusal.of(server(TestSecurity.PASSWORD, RedisAccess.PLAIN))).isEqualTo(Reason.CERTIFICATE_REFUSED);
        assertThat(courier.inspector().inspect()).containsKey(StreamName.DERIVE);
    }

    private RedisServer server(String password, RedisAccess access) {
        String url = "rediss-sentinel://:" + password + "@" + redis.place();
        return RedisServer.at(Optional.of(url), access, Duration.ofSeconds(2));
    }

    @Override
    public RedisProcess master() {
        return redis.master();
    }

    @Override
    public RedisProcess replica() {
        return redis.replica();
    }

    @Override
    public RedisCourier courier() {
        return courier;
    }
}
