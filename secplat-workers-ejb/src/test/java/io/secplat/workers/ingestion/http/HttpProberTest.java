package io.secplat.workers.ingestion.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.secplat.contracts.model.Probe;
import io.secplat.contracts.model.ProbeError;
import io.secplat.contracts.model.ProbeKind;
import io.secplat.workers.ingestion.CheckResult;
import io.secplat.workers.ingestion.tcp.Dialer;
import io.secplat.workers.ingestion.tls.TlsHandshake;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HttpProberTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpProber prober = new HttpProber(
            new Dialer(host -> switch (host) {
                case "127.0.0.1", "here.test", "there.test" -> new InetAddress[] {InetAddress.getLoopbackAddress()};
                default -> throw new UnknownHostException(host);
            }),
            TlsHandshake.ofThisRuntime());

    private HttpServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
        threads.shutdownNow();
    }

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

    @Test
    void a_redirect_is_an_answer_when_it_is_not_to_be_followed() {
        redirect("/old", "/ok");
        answer("/ok", 200, "fine");

        assertThat(prober.check(probe("/old").build())).isEqualTo(new CheckResult.Up(302));
        assertThat(prober.check(probe("/old").expecting("200").build())).isEqualTo(down(ProbeError.HTTP_STATUS, 302));
    }

    @Test
    void redirects_on_the_same_host_are_followed_and_the_last_answer_counts() {
        redirect("/old", "/older");
        redirect("/older", "http://127.0.0.1:" + port() + "/broken");
        answer("/broken", 500, "");

        assertThat(prober.check(probe("/old").following().build())).isEqualTo(down(ProbeError.HTTP_STATUS, 500));
    }

    @Test
    void five_redirects_are_followed_and_the_sixth_counts() {
        for (int i = 0; i < 6; i++) {
            redirect("/r" + i, "/r" + (i + 1));
        }
        answer("/r6", 200, "");

        assertThat(prober.check(probe("/r1").following().expecting("200").build()))
                .isEqualTo(new CheckResult.Up(200));
        assertThat(prober.check(probe("/r0").following().expecting("200").build()))
                .isEqualTo(down(ProbeError.HTTP_STATUS, 302));
    }

    @Test
    void a_redirect_to_another_host_is_not_followed() {
        redirect("/away", "http://there.test:" + port() + "/ok");
        answer("/ok", 200, "");

        assertThat(prober.check(new Given("http://here.test:" + port() + "/away")
                        .following()
                        .expecting("200")
                        .build()))
                .isEqualTo(down(ProbeError.HTTP_STATUS, 302));
    }

    @Test
    void an_address_that_cannot_be_asked_says_nothing_about_its_target() {
        assertThat(prober.check(new Given("http://127.0.0.1/a b").build()))
                .isEqualTo(new CheckResult.Unknown("invalid_probe"));
        assertThat(prober.check(new Given("http://user:secret@127.0.0.1/").build()))
                .isEqualTo(new CheckResult.Unknown("invalid_probe"));
    }

    private static CheckResult down(ProbeError error, int code) {
        return new CheckResult.Down(error, code);
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private Given probe(String path) {
        return new Given("http://127.0.0.1:" + port() + path);
    }

    private void answer(String path, int status, String body) {
        server.createContext(path, exchange -> send(exchange, status, body));
    }

    private void redirect(String path, String location) {
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            send(exchange, 302, "");
        });
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private interface Conversation {
        void with(Socket socket) throws IOException, InterruptedException;
    }

    private CheckResult checkAgainst(Conversation conversation, int timeoutMs) throws Exception {
        return checkAgainst("http", conversation, timeoutMs);
    }

    private CheckResult checkAgainst(String scheme, Conversation conversation, int timeoutMs) throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            threads.submit(() -> {
                try (Socket socket = listening.accept()) {
                    byte[] some = new byte[8];
                    socket.getInputStream().read(some);
                    conversation.with(socket);
                    socket.getInputStream().skip(socket.getInputStream().available());
                }
                return null;
            });
            return prober.check(new Given(scheme + "://127.0.0.1:" + listening.getLocalPort() + "/")
                    .within(timeoutMs)
                    .build());
        }
    }

    /** An http probe in the making. */
    private static final class Given {

        private final String url;
        private String expected = "2xx-3xx";
        private String contains;
        private boolean follow;
        private int timeoutMs = 4_000;

        Given(String url) {
            this.url = url;
        }

        Given expecting(String statuses) {
            expected = statuses;
            return this;
        }

        Given containing(String text) {
            contains = text;
            return this;
        }

        Given following() {
            follow = true;
            return this;
        }

        Given within(int ms) {
            timeoutMs = ms;
            return this;
        }

        Probe build() {
            return new Probe(ProbeKind.HTTP, url, null, 60, timeoutMs, expected, contains, follow);
        }
    }
}
