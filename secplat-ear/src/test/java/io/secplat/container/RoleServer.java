package io.secplat.container;

import static org.awaitility.Awaitility.await;

import io.secplat.client.Http;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** The packaged application on a server of one worker role, as it is shipped, with the stores of {@link ApiBench}. */
final class RoleServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final LibertyServer server;
    private final Http http;

    private RoleServer(LibertyServer server, Http http) {
        this.server = server;
        this.http = http;
    }

    /** Starts it and does not wait. */
    static RoleServer launch(String role, Map<String, String> settings) {
        int port = LibertyServer.freePort();
        Map<String, String> environment = new TreeMap<>(settings);
        environment.put("SECPLAT_ROLES", role);
        environment.put("HTTP_PORT", Integer.toString(port));
        return new RoleServer(
                LibertyServer.launch(role, environment), new Http(URI.create("http://127.0.0.1:" + port)));
    }

    void awaitReady() {
        server.awaitReady();
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> http.get("/health/ready").status() == 200);
    }

    Http http() {
        return http;
    }

    @Override
    public void close() {
        server.close();
    }
}
