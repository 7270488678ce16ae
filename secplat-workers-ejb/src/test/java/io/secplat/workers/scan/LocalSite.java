package io.secplat.workers.scan;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.Probe;
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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A site on this machine whose answers can be changed, for tests of scanners. */
public final class LocalSite implements AutoCloseable {

    public static final AssetKey ASSET = new AssetKey("billing-web");

    private final HttpServer server;
    private final Map<String, String> headers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> methods = new CopyOnWriteArrayList<>();
    private final List<String> cookies = new CopyOnWriteArrayList<>();
    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private volatile int status = 200;
    private volatile String body = "all is well";

    private LocalSite(HttpServer server) {
        this.server = server;
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            methods.add(exchange.getRequestMethod());
            headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            cookies.forEach(cookie -> exchange.getResponseHeaders().add("Set-Cookie", cookie));
            String page = pages.get(exchange.getRequestURI().getPath());
            byte[] bytes = (page == null ? body : page).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(page == null ? status : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    public static LocalSite plain() throws IOException {
        return new LocalSite(HttpServer.create(loopback(), 0));
    }

    public static LocalSite tls(SSLContext context) throws IOException {
        HttpsServer server = HttpsServer.create(loopback(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return new LocalSite(server);
    }

    /** A visitor that may speak to this machine and believes these authorities. */
    public static Visitor visitor(TrustedRoots roots) {
        return visitor("127.0.0.0/8", roots);
    }

    public static Visitor visitor(String allowedNetworks, TrustedRoots roots) {
        TargetGuard guard = new TargetGuard(
                AllowedNetworks.parse(allowedNetworks), name -> List.of(InetAddress.getByName("127.0.0.1")));
        GuardedConnections connections = new GuardedConnections(guard, roots, Clock.systemUTC());
        return new Visitor(connections, new GuardedHttp(connections));
    }

    public LocalSite sends(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public LocalSite setsCookie(String line) {
        cookies.add(line);
        return this;
    }

    /** What stands at one address; everywhere else is the front page. */
    public LocalSite has(String path, String page) {
        pages.put(path, page);
        return this;
    }

    public LocalSite says(String page) {
        body = page;
        return this;
    }

    public LocalSite answers(int code) {
        status = code;
        return this;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public List<String> asked() {
        return asked;
    }

    public List<String> methods() {
        return methods;
    }

    public ScanTarget target() {
        return target(null);
    }

    public ScanTarget target(@Nullable Probe probe) {
        return new ScanTarget(ASSET, "localhost", Optional.of(port()), Optional.ofNullable(probe));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress("127.0.0.1", 0);
    }
}
