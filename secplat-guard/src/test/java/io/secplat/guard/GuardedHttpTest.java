package io.secplat.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardedHttpTest {

    @TempDir
    static Path folder;

    static TestCertificates certificates;

    private final List<AutoCloseable> open = new ArrayList<>();
    private final List<String> hosts = new CopyOnWriteArrayList<>();
    private final AtomicInteger lookups = new AtomicInteger();

    @BeforeAll
    static void certify() throws Exception {
        certificates = TestCertificates.in(folder)
                .signed("good", -1, 30)
                .signed("expired", -30, 10)
                .signed("other", "dns:other.example", -1, 30)
                .selfSigned("nobody");
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

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

    private TlsPeer observe(String alias) throws Exception {
        HttpAsk ask = ask("https://localhost:" + serveTls(alias) + "/").trusting(TlsTrust.OBSERVED);
        return http().get(ask).tls().orElseThrow();
    }

    private static HttpAsk ask(String url) {
        return HttpAsk.of(TargetUrl.parse(url));
    }

    private GuardedHttp http() throws Exception {
        return http("127.0.0.0/8", certificates.roots());
    }

    private GuardedHttp http(String allowed, TrustedRoots roots) {
        TargetGuard guard = new TargetGuard(AllowedNetworks.parse(allowed), this::resolve);
        GuardedConnections connections = new GuardedConnections(guard, roots, Clock.systemUTC());
        open.add(connections);
        return new GuardedHttp(connections);
    }

    /** The second question would get another address: a name that is rebound. */
    private List<InetAddress> resolve(String name) throws IOException {
        if (name.startsWith("nowhere")) {
            throw new UnknownHostException(name);
        }
        return List.of(InetAddress.getByName(
                lookups.getAndIncrement() == 0 || name.equals("localhost") ? "127.0.0.1" : "169.254.169.254"));
    }

    private int serve(com.sun.net.httpserver.HttpHandler handler) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        return start(server, handler);
    }

    private int serveTls(String alias) throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        SSLContext context = certificates.server(alias);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return start(server, exchange -> answer(exchange, 200, "secure"));
    }

    private int start(HttpServer server, com.sun.net.httpserver.HttpHandler handler) {
        server.createContext("/", exchange -> {
            hosts.add(exchange.getRequestHeaders().getFirst("Host"));
            handler.handle(exchange);
        });
        server.start();
        open.add(() -> server.stop(0));
        return server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("X-Test", "yes");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private ServerSocket listen() throws IOException {
        ServerSocket server = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
        open.add(server);
        return server;
    }

    private int say(String bytes) throws IOException {
        ServerSocket server = listen();
        CompletableFuture.runAsync(() -> {
            try (Socket client = server.accept()) {
                client.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
                client.shutdownOutput();
                client.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
            } catch (IOException e) {
                // The client went away; that is its answer.
                return;
            }
        });
        return server.getLocalPort();
    }

    private static void drip(ServerSocket server) {
        try (Socket client = server.accept()) {
            client.setSoTimeout(20);
            InputStream in = client.getInputStream();
            while (!client.isClosed()) {
                client.getOutputStream().write('H');
                waitABit(in);
            }
        } catch (IOException e) {
            // The client closed the connection, as it should.
            return;
        }
    }

    private static void waitABit(InputStream in) throws IOException {
        try {
            in.read();
        } catch (SocketTimeoutException e) {
            return;
        }
    }
}
