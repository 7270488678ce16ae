package io.secplat.stream.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.contracts.event.ConsumerGroup;
import io.secplat.contracts.event.StreamName;
import io.secplat.stream.CourierUnavailableException.Reason;
import io.secplat.stream.MessageStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A cluster with a password, and TLS between all of its servers and us. */
@Timeout(120)
class SecuredClusterTest {

    @TempDir
    private Path directory;

    @Test
    void messages_come_and_go_on_each_server_and_who_is_not_let_in_is_told_why() throws Exception {
        TestSecurity security = TestSecurity.in(directory);
        try (TestCluster cluster = new TestCluster(directory, Optional.of(security));
                RedisServer server = server(cluster, TestSecurity.PASSWORD, security.access())) {
            RedisCourier courier = new RedisCourier(server);
            for (ConsumerGroup group :
                    List.of(ConsumerGroup.DERIVERS, ConsumerGroup.WORKERS, ConsumerGroup.NOTIFIERS)) {
                MessageStream stream = courier.open(group, "one");
                stream.divide("1-0", List.of(Map.of("n", group.wire())), List.of());
                assertThat(stream.read(1, Duration.ofSeconds(5)))
                        .singleElement()
                        .satisfies(message -> assertThat(message.fields()).containsEntry("n", group.wire()));
            }
            assertThat(courier.inspector().inspect().get(StreamName.DERIVE).length())
                    .isEqualTo(1);

            assertThat(Refusal.of(server(cluster, "wrong-one", security.access())))
                    .isEqualTo(Reason.PASSWORD_REFUSED);
            assertThat(Refusal.of(server(cluster, TestSecurity.PASSWORD, RedisAccess.PLAIN)))
                    .isEqualTo(Reason.CERTIFICATE_REFUSED);
        }
    }

    private static RedisServer server(TestCluster cluster, String password, RedisAccess access) {
        String url = "rediss-cluster://:" + password + "@" + cluster.places();
        return RedisServer.at(Optional.of(url), access, Duration.ofSeconds(2));
    }
}
