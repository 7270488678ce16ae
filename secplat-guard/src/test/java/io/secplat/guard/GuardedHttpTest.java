package io.secplat.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ProtocolException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class GuardedHttpTest extends HttpBench {

    @Test
    void asks_the_checked_address_by_its_name_and_resolves_it_once() throws Exception {
        int port = serve(exchange -> answer(exchange, 200, "hello"));

        HttpAnswer answer = http().get(ask("http://shop.example:" + port + "/x?y"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.bodyText()).isEqualTo("hello");
        assertThat(answer.header("X-Test")).contains("yes");
        assertThat(hosts).containsExactly("shop.example:" + port);
        assertThat(lookups).hasValue(1);
    }

    @Test
    void an_address_that_is_not_allowed_is_never_connected_to() throws Exception {
        int port = serve(exchange -> answer(exchange, 200, "secret"));
        GuardedHttp strict = http("", certificates.roots());

        assertThatThrownBy(() -> strict.get(ask("http://127.0.0.1:" + port + "/")))
                .isInstanceOfSatisfying(TargetRefusedException.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(Refusal.LOOPBACK));
        assertThat(hosts).isEmpty();
    }

    @Test
    void a_redirect_is_followed_only_on_the_same_host_and_only_when_asked() throws Exception {
        int port = serve(exchange -> {
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/end")) {
                answer(exchange, 200, "end");
                return;
            }
            exchange.getResponseHeaders()
                    .add("Location", path.equals("/away") ? "http://169.254.169.254/latest" : "/end");
            answer(exchange, 302, "");
        });
        HttpAsk start = ask("http://localhost:" + port + "/start");

        assertThat(http().get(start).status()).isEqualTo(302);
        assertThat(http().get(start).redirect())
                .hasValueSatisfying(to -> assertThat(to.path()).isEqualTo("/end"));
        assertThat(http().get(start.following(HttpAsk.Redirects.SAME_HOST)).bodyText())
                .isEqualTo("end");
        HttpAsk away = ask("http://localhost:" + port + "/away").following(HttpAsk.Redirects.SAME_HOST);
        assertThat(http().get(away).status()).isEqualTo(302);
    }

    @Test
    void a_circle_of_redirects_ends() throws Exception {
        int port = serve(exchange -> {
            exchange.getResponseHeaders().add("Location", "/again");
            answer(exchange, 302, "");
        });

        assertThatThrownBy(
                        () -> http().get(ask("http://localhost:" + port + "/").following(HttpAsk.Redirects.SAME_HOST)))
                .isInstanceOf(ProtocolException.class);
        assertThat(hosts).hasSize(6);
    }

    @Test
    void a_preflight_asks_for_a_strangers_page_and_a_get_for_nobody() throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        int port = serve(exchange -> {
            heard.add(exchange.getRequestMethod() + " "
                    + exchange.getRequestHeaders().getFirst("Origin") + " "
                    + exchange.getRequestHeaders().getFirst("Access-Control-Request-Method"));
            answer(exchange, 200, "");
        });
        HttpAsk ask = ask("http://localhost:" + port + "/");

        http().get(ask.preflight("https://stranger.example"));
        http().get(ask);

        assertThat(heard).containsExactly("OPTIONS https://stranger.example GET", "GET null null");
        assertThatThrownBy(() -> ask.preflight("https://a.example\r\nX: y"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_long_body_is_cut_off() throws Exception {
        int port = serve(exchange -> answer(exchange, 200, "0123456789".repeat(100)));

        assertThat(http().get(ask("http://localhost:" + port + "/").atMost(15)).bodyText())
                .isEqualTo("012345678901234");
    }

    @Test
    void chunks_are_put_together() throws Exception {
        int port = say("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "5;x=y\r\nhello\r\n6\r\n world\r\n0\r\n\r\n");

        assertThat(http().get(ask("http://localhost:" + port + "/")).bodyText()).isEqualTo("hello world");
    }

    @Test
    void a_head_without_end_and_an_answer_that_is_not_http_are_refused() throws Exception {
        int endless = say("HTTP/1.1 200 OK\r\nX: " + "x".repeat(40_000));
        int other = say("SSH-2.0-OpenSSH_9.2\r\n\r\n");

        assertThatThrownBy(() -> http().get(ask("http://localhost:" + endless + "/")))
                .isInstanceOf(ProtocolException.class);
        assertThatThrownBy(() -> http().get(ask("http://localhost:" + other + "/")))
                .isInstanceOf(ProtocolException.class);
    }

    @Test
    void a_peer_that_drips_is_cut_off_in_time() throws Exception {
        ServerSocket server = listen();
        CompletableFuture<Void> dripping = CompletableFuture.runAsync(() -> drip(server));
        HttpAsk ask = ask("http://localhost:" + server.getLocalPort() + "/")
                .within(new TimeLimits(Duration.ofMillis(400), Duration.ofMillis(400)));

        long start = System.nanoTime();
        assertThatThrownBy(() -> http().get(ask)).isInstanceOf(SocketTimeoutException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        dripping.cancel(true);
    }

    @Test
    void a_redirect_to_another_port_is_an_answer_and_the_port_is_left_alone() throws Exception {
        int other = serve(exchange -> answer(exchange, 200, "other"));
        hosts.clear();
        int port = serve(exchange -> {
            exchange.getResponseHeaders().add("Location", "http://localhost:" + other + "/");
            answer(exchange, 302, "");
        });
        HttpAsk ask = ask("http://localhost:" + port + "/").following(HttpAsk.Redirects.SAME_HOST);

        assertThat(http().get(ask).status()).isEqualTo(302);
        assertThat(hosts).containsExactly("localhost:" + port);
    }

    @Test
    void each_step_of_a_redirect_keeps_the_pace_and_waiting_is_none_of_the_targets_time() throws Exception {
        int port = serve(exchange -> {
            boolean end = exchange.getRequestURI().getPath().equals("/3");
            exchange.getResponseHeaders()
                    .add(
                            "Location",
                            "/"
                                    + (exchange.getRequestURI().getPath().length() > 1
                                            ? Integer.parseInt(exchange.getRequestURI()
                                                            .getPath()
                                                            .substring(1))
                                                    + 1
                                            : 1));
            answer(exchange, end ? 200 : 302, "");
        });
        HttpAsk ask = ask("http://localhost:" + port + "/")
                .following(HttpAsk.Redirects.SAME_HOST)
                .within(new TimeLimits(Duration.ofMillis(2_500), Duration.ofMillis(2_500)));

        long start = System.nanoTime();
        assertThat(http(Pace.of(1)).get(ask).status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(2_900));
    }
}
