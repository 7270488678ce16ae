package io.secplat.workers.ingestion.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.contracts.model.ProbeError;
import io.secplat.workers.ingestion.CheckResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HttpProberTest extends ProberBench {

    @Test
    void an_expected_status_is_up() {
        answer("/ok", 200, "fine");
        answer("/gone", 404, "");
        answer("/empty", 204, "");

        assertThat(prober.check(probe("/ok").build())).isEqualTo(new CheckResult.Up(200));
        assertThat(prober.check(probe("/empty").build())).isEqualTo(new CheckResult.Up(204));
        assertThat(prober.check(probe("/gone").expecting("2xx,404").build())).isEqualTo(new CheckResult.Up(404));
    }

    @Test
    void another_status_is_down_with_its_code() {
        answer("/broken", 503, "sorry");

        assertThat(prober.check(probe("/broken").build())).isEqualTo(down(ProbeError.HTTP_STATUS, 503));
    }

    @Test
    void a_closed_port_is_refused() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }

        assertThat(prober.check(new Given("http://127.0.0.1:" + port + "/").build()))
                .isEqualTo(down(ProbeError.CONNECTION_REFUSED, 0));
    }

    @Test
    void an_unknown_name_is_a_dns_error() {
        assertThat(prober.check(new Given("http://nowhere.test/").build())).isEqualTo(down(ProbeError.DNS_ERROR, 0));
    }

    @Test
    void silence_is_a_timeout() throws Exception {
        assertThat(checkAgainst(socket -> socket.getInputStream().readAllBytes(), 300))
                .isEqualTo(down(ProbeError.TIMEOUT, 0));
    }

    @Test
    void an_answer_that_only_drips_is_a_timeout_too() throws Exception {
        CheckResult result = checkAgainst(
                socket -> {
                    socket.getOutputStream().write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
                    while (true) {
                        socket.getOutputStream().write('x');
                        synchronized (this) {
                            wait(20);
                        }
                    }
                },
                400);

        assertThat(result).isEqualTo(down(ProbeError.TIMEOUT, 0));
    }

    @Test
    void a_connection_that_closes_without_a_word_is_refused() throws Exception {
        assertThat(checkAgainst(socket -> {}, 2_000)).isEqualTo(down(ProbeError.CONNECTION_REFUSED, 0));
    }

    @Test
    void an_answer_that_is_not_http_is_no_expected_status() throws Exception {
        assertThat(checkAgainst(
                        socket -> {
                            socket.getOutputStream().write("220 mail ready\r\n".getBytes(StandardCharsets.US_ASCII));
                            socket.getInputStream().read();
                        },
                        2_000))
                .isEqualTo(down(ProbeError.HTTP_STATUS, 0));
    }

    @Test
    void http_where_tls_was_expected_is_a_tls_error() throws Exception {
        Conversation plain = socket -> {
            socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().read();
        };

        assertThat(checkAgainst("https", plain, 4_000)).isEqualTo(down(ProbeError.TLS_ERROR, 0));
    }

    @Test
    void the_body_must_contain_the_text_within_its_first_64_KiB() {
        answer("/page", 200, "grüße aus dem Laden");
        answer("/late", 200, " ".repeat(70_000) + "needle");

        assertThat(prober.check(probe("/page").containing("grüße").build())).isEqualTo(new CheckResult.Up(200));
        assertThat(prober.check(probe("/page").containing("closed").build()))
                .isEqualTo(down(ProbeError.BODY_MISMATCH, 200));
        assertThat(prober.check(probe("/late").containing("needle").build()))
                .isEqualTo(down(ProbeError.BODY_MISMATCH, 200));
    }

    @Test
    void a_chunked_body_is_put_together() {
        server.createContext("/chunked", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("nee".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            exchange.getResponseBody().write("dle".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });

        assertThat(prober.check(probe("/chunked").containing("needle").build())).isEqualTo(new CheckResult.Up(200));
    }
}
