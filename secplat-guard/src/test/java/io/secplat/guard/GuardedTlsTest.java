package io.secplat.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;

class GuardedTlsTest extends HttpBench {

    @Test
    void a_silent_tls_peer_is_cut_off_in_time() throws Exception {
        ServerSocket server = listen();
        HttpAsk ask = ask("https://localhost:" + server.getLocalPort() + "/")
                .within(new TimeLimits(Duration.ofMillis(400), Duration.ofMillis(400)));

        assertThatThrownBy(() -> http().get(ask)).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void a_trusted_certificate_for_the_name_is_accepted() throws Exception {
        int port = serveTls("good");

        HttpAnswer answer = http().get(ask("https://localhost:" + port + "/"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.tls()).hasValueSatisfying(tls -> {
            assertThat(tls.version()).isEqualTo("1.3");
            assertThat(tls.distrust()).isEmpty();
        });
        assertThat(http().get(ask("https://127.0.0.1:" + port + "/")).status()).isEqualTo(200);
    }

    @Test
    void a_certificate_that_is_not_trusted_or_expired_or_for_another_name_ends_the_connection() throws Exception {
        for (String alias : List.of("nobody", "expired", "other")) {
            int port = serveTls(alias);
            assertThatThrownBy(() -> http().get(ask("https://localhost:" + port + "/")))
                    .as(alias)
                    .isInstanceOf(SSLException.class);
        }
    }

    @Test
    void an_observer_sees_what_is_wrong_and_goes_on() throws Exception {
        assertThat(observe("nobody").distrust())
                .hasValueSatisfying(why -> assertThat(why).contains("certification path"));
        assertThat(observe("other").distrust())
                .hasValueSatisfying(why -> assertThat(why).contains("localhost"));
        assertThat(observe("expired").distrust()).isEmpty();
        assertThat(observe("expired").expiresAt()).isBefore(Clock.systemUTC().instant());
        assertThat(observe("good").distrust()).isEmpty();
    }

    @Test
    void a_chain_that_came_without_a_handshake_is_judged_as_one_within() throws Exception {
        assertThat(connections().distrust(certificates.chain("good"))).isEmpty();
        assertThat(connections().distrust(certificates.chain("expired"))).isEmpty();
        assertThat(connections().distrust(certificates.chain("other"))).isEmpty();
        assertThat(connections().distrust(certificates.chain("nobody")))
                .hasValueSatisfying(why -> assertThat(why).contains("certification path"));
        assertThat(connections().distrust(List.of())).contains("no certificate");
    }

    @Test
    void bytes_go_to_the_target_and_back() throws Exception {
        int port = say("hello");

        try (GuardedConnection connection =
                connections().tcp(Endpoint.parse("localhost:" + port), TimeLimits.DEFAULT)) {
            connection.output().write('?');
            assertThat(connection.input().readNBytes(5)).asString().isEqualTo("hello");
        }
    }

    @Test
    void a_peer_that_says_nothing_is_told_as_a_time_out() throws Exception {
        ServerSocket server = listen();
        TimeLimits limits = new TimeLimits(Duration.ofMillis(300), Duration.ofMillis(300));

        try (GuardedConnection connection =
                connections().tcp(Endpoint.parse("localhost:" + server.getLocalPort()), limits)) {
            assertThatThrownBy(() -> connection.input().read())
                    .isInstanceOfSatisfying(IOException.class, failure -> assertThat(connection.explained(failure))
                            .isInstanceOf(SocketTimeoutException.class));
        }
    }

    @Test
    void failures_can_be_told_apart() throws Exception {
        ServerSocket gone = listen();
        gone.close();
        int plain = say("HTTP/1.1 400 Bad Request\r\n\r\n");

        assertThatThrownBy(() -> http().get(ask("http://localhost:" + gone.getLocalPort() + "/")))
                .isInstanceOf(ConnectException.class);
        assertThatThrownBy(() -> http().get(ask("http://nowhere.example/"))).isInstanceOf(UnknownHostException.class);
        assertThatThrownBy(() -> http().get(ask("https://localhost:" + plain + "/")))
                .isInstanceOf(SSLException.class);
    }
}
