package io.secplat.container;

import io.secplat.client.Http;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/** The packaged application on a server of one worker role, as it is shipped, with the stores of {@link ApiBench}. */
final class RoleServer implements AutoCloseable {

    private final LibertyServer server;
    private final int port;

    private RoleServer(LibertyServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /** Starts it and does not wait. */
    static RoleServer launch(String role, Map<String, String> settings) {
        int port = LibertyServer.freePort();
        Map<String, String> environment = new TreeMap<>(settings);
        environment.put("SECPLAT_ROLES", role);
        environment.put("HTTP_PORT", Integer.toString(port));
        return new RoleServer(LibertyServer.launch(role, environment), port);
    }

    void awaitReady() {
        server.awaitReady(port);
    }

    Http http() {
        return new Http(URI.create("http://127.0.0.1:" + port));
    }

    @Override
    public void close() {
        server.close();
    }
}
