package io.secplat.guard;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Peers on this machine, and a client behind the guard. */
class HttpBench {

    @TempDir
    static Path folder;

    static TestCertificates certificates;

    final List<AutoCloseable> open = new ArrayList<>();
    final List<String> hosts = new CopyOnWriteArrayList<>();
    final AtomicInteger lookups = new AtomicInteger();

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

    TlsPeer observe(String alias) throws Exception {
        HttpAsk ask = ask("https://localhost:" + serveTls(alias) + "/").trusting(TlsTrust.OBSERVED);
        return http().get(ask).tls().orElseThrow();
    }

    static HttpAsk ask(String url) {
        return HttpAsk.of(TargetUrl.parse(url));
    }

    GuardedHttp http() throws Exception {
        return http("127.0.0.0/8", certificates.roots());
    }

    GuardedHttp http(String allowed, TrustedRoots roots) {
        return http(allowed, roots, Pace.of(Pace.MOST_PER_SECOND));
    }

    GuardedHttp http(Pace pace) throws Exception {
        return http("127.0.0.0/8", certificates.roots(), pace);
    }

    private GuardedHttp http(String allowed, TrustedRoots roots, Pace pace) {
        return new GuardedHttp(connections(allowed, roots, pace));
    }

    GuardedConnections connections() throws Exception {
        return connections("127.0.0.0/8", certificates.roots(), Pace.of(Pace.MOST_PER_SECOND));
    }

    private GuardedConnections connections(String allowed, TrustedRoots roots, Pace pace) {
        TargetGuard guard = new TargetGuard(AllowedNetworks.parse(allowed), this::resolve);
        GuardedConnections connections = new GuardedConnections(guard, roots, Clock.systemUTC(), pace);
        open.add(connections);
        return connections;
    }

    /** The second question would get another address: a name that is rebound. */
    List<InetAddress> resolve(String name) throws IOException {
        if (name.startsWith("nowhere")) {
            throw new UnknownHostException(name);
        }
        return List.of(InetAddress.getByName(
                lookups.getAndIncrement() == 0 || name.equals("localhost") ? "127.0.0.1" : "169.254.169.254"));
    }

    int serve(com.sun.net.httpserver.HttpHandler handler) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        return start(server, handler);
    }

    int serveTls(String alias) throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        SSLContext context = certificates.server(alias);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return start(server, exchange -> answer(exchange, 200, "secure"));
    }

    int start(HttpServer server, com.sun.net.httpserver.HttpHandler handler) {
        server.createContext("/", exchange -> {
            hosts.add(exchange.getRequestHeaders().getFirst("Host"));
            handler.handle(exchange);
        });
        server.start();
        open.add(() -> server.stop(0));
        return server.getAddress().getPort();
    }

    static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("X-Test", "yes");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    ServerSocket listen() throws IOException {
        ServerSocket server = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
        open.add(server);
        return server;
    }

    int say(String bytes) throws IOException {
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

    static void drip(ServerSocket server) {
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

    static void waitABit(InputStream in) throws IOException {
        try {
            in.read();
        } catch (SocketTimeoutException e) {
            return;
        }
    }
}
