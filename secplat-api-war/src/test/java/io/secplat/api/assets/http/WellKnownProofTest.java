package io.secplat.api.assets.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.secplat.api.assets.DomainProof.Result;
import io.secplat.guard.AllowedNetworks;
import io.secplat.guard.GuardedConnections;
import io.secplat.guard.GuardedHttp;
import io.secplat.guard.TargetGuard;
import io.secplat.guard.TrustedRoots;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WellKnownProofTest {

    private static final String TOKEN = "abcdefghijklmnopqrstuvwx";

    private HttpServer server;
    private String body = TOKEN;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/secplat-verification.txt", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_file_with_the_token_proves_the_domain() {
        body = "  " + TOKEN + "\n";
        assertThat(look("127.0.0.0/8")).isInstanceOf(Result.Proven.class);
    }

    @Test
    void another_text_does_not_and_is_not_repeated() {
        body = "something secret";
        assertThat(look("127.0.0.0/8"))
                .isInstanceOfSatisfying(Result.Missing.class, missing -> assertThat(missing.reasons())
                        .containsEntry("http", "token_mismatch")
                        .containsEntry("https", "unreachable"));
    }

    @Test
    void an_address_that_the_guard_refuses_is_not_asked() {
        assertThat(look("10.9.0.0/16"))
                .isInstanceOfSatisfying(Result.Missing.class, missing -> assertThat(missing.reasons())
                        .containsEntry("http", "target_refused"));
    }

    private Result look(String allowed) {
        TargetGuard guard = new TargetGuard(AllowedNetworks.parse(allowed), name -> List.of());
        try (GuardedConnections connections =
                new GuardedConnections(guard, TrustedRoots.ofSystem(), Clock.systemUTC())) {
            return new WellKnownProof(new GuardedHttp(connections))
                    .look("127.0.0.1:" + server.getAddress().getPort(), TOKEN);
        }
    }
}
