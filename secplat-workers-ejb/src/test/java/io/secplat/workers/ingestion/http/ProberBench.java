package io.secplat.workers.ingestion.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.secplat.contracts.model.Probe;
import io.secplat.contracts.model.ProbeError;
import io.secplat.contracts.model.ProbeKind;
import io.secplat.workers.ingestion.CheckResult;
import io.secplat.workers.ingestion.Guards;
import io.secplat.workers.ingestion.tcp.Dialer;
import io.secplat.workers.ingestion.tls.TlsHandshake;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
/** A prober and web servers that behave as told. */
class ProberBench {

    /** Where a name leads, one answer a question. */
    final Deque<String> rebound = new ArrayDeque<>(List.of("127.0.0.1", "10.0.0.1"));

    final ExecutorService threads = Executors.newCachedThreadPool();
    final HttpProber prober = new HttpProber(
            new Dialer(Guards.local(host -> switch (host) {
                case "here.test", "there.test" -> List.of(InetAddress.getLoopbackAddress());
                case "rebound.test" -> List.of(InetAddress.getByName(rebound.remove()));
                default -> throw new UnknownHostException(host);
            })),
            TlsHandshake.ofThisRuntime());

    HttpServer server;

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

    static CheckResult down(ProbeError error, int code) {
        return new CheckResult.Down(error, code);
    }

    int port() {
        return server.getAddress().getPort();
    }

    Given probe(String path) {
        return new Given("http://127.0.0.1:" + port() + path);
    }

    void answer(String path, int status, String body) {
        server.createContext(path, exchange -> send(exchange, status, body));
    }

    void redirect(String path, String location) {
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            send(exchange, 302, "");
        });
    }

    static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    interface Conversation {
        void with(Socket socket) throws IOException, InterruptedException;
    }

    CheckResult checkAgainst(Conversation conversation, int timeoutMs) throws Exception {
        return checkAgainst("http", conversation, timeoutMs);
    }

    CheckResult checkAgainst(String scheme, Conversation conversation, int timeoutMs) throws Exception {
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
    static final class Given {

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
