package io.secplat.containers;

import io.secplat.client.Http;
import io.secplat.local.store.FreePort;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * docker/compose.yaml as its readers start it: images are built, and everything is up and healthy. Project, secrets, ports and
 * settings are its own. The environment may name base images and {@code COMPOSE_PROFILES}. Its end removes it, volumes included.
 */
final class ComposePlatform implements AutoCloseable {

    /** Facts are waited for, so a generous limit costs nothing. */
    static final Duration PATIENCE = Duration.ofMinutes(4);

    /** Each server and the variable of its published port. */
    static final Map<String, String> SERVERS = Map.of(
            "api", "SECPLAT_API_PORT",
            "ingestion", "SECPLAT_INGESTION_PORT",
            "deriver", "SECPLAT_DERIVER_PORT",
            "scan-workers", "SECPLAT_SCAN_WORKERS_PORT",
            "correlator", "SECPLAT_CORRELATOR_PORT",
            "notifier", "SECPLAT_NOTIFIER_PORT");

    /** The variable of the port of the notifier's console. */
    static final String CONSOLE_PORT = "TEST_CONSOLE_PORT";

    static final String CONSOLE_PASSWORD = "CONSOLE_PASSWORD";

    private static final String SETTINGS =
            """
            DERIVER_INTERVAL_SECONDS=5
            ALERT_RECONCILE_SECONDS=5
            SECPLAT_CONSOLE=on
            CONSOLE_HOST=0.0.0.0
            CONSOLE_USER=operator
            """;

    /** As docker/README.md says that a console is published. */
    private static final String OVERRIDE =
            """
            services:
              notifier:
                ports: ["127.0.0.1:${%s}:9443"]
                secrets: [CONSOLE_PASSWORD]
            secrets:
              CONSOLE_PASSWORD: {file: "%s/CONSOLE_PASSWORD"}
            """;

    private static final List<String> OTHER_PORTS = List.of(
            "SECPLAT_SHOP_PORT",
            "SECPLAT_VERIFY_WEB_PORT",
            "SECPLAT_INBOX_PORT",
            "PROMETHEUS_PORT",
            "GRAFANA_PORT",
            CONSOLE_PORT);

    private final Path root = Path.of(System.getProperty("secplat.root"));
    private final Path home = root.resolve("secplat-ear/target/containers");
    private final Map<String, String> environment = new TreeMap<>();

    private ComposePlatform(String profiles) throws IOException {
        List<String> ports = new ArrayList<>(SERVERS.values());
        ports.addAll(OTHER_PORTS);
        Set<Integer> taken = new HashSet<>();
        for (String port : ports) {
            int free = FreePort.find();
            while (!taken.add(free)) {
                free = FreePort.find();
            }
            environment.put(port, Integer.toString(free));
        }
        environment.put(
                "COMPOSE_PROJECT_NAME",
                "secplat-test-" + ProcessHandle.current().pid());
        environment.put(
                "COMPOSE_FILE", root.resolve("docker/compose.yaml") + ":" + home.resolve("compose.override.yaml"));
        environment.put("COMPOSE_PROFILES", profiles);
        environment.put("SECPLAT_TAG", "test");
        environment.put(
                "SECPLAT_SUBNET", "172.30." + (64 + ProcessHandle.current().pid() % 192) + ".0/24");
        environment.put("SECPLAT_SECRETS", secrets().toString());
        environment.put("SECPLAT_SETTINGS", home.resolve("settings.env").toString());
        environment.put("EXAMPLE_COM_URL", "http://verify-web:9090/example");
        Files.createDirectories(home);
        Files.writeString(home.resolve("no.env"), "");
        Files.writeString(home.resolve("settings.env"), SETTINGS);
        Files.writeString(home.resolve("compose.override.yaml"), OVERRIDE.formatted(CONSOLE_PORT, secrets()));
    }

    /** A server for each role, with everything around them. */
    static ComposePlatform ofRoles() throws IOException {
        return start(System.getenv().getOrDefault("COMPOSE_PROFILES", "stores,roles,demo,monitoring"));
    }

    /** One server with every role. */
    static ComposePlatform ofOneServer() throws IOException {
        return start("stores,single,demo");
    }

    private static ComposePlatform start(String profiles) throws IOException {
        ComposePlatform platform = new ComposePlatform(profiles);
        try {
            platform.makeSecrets();
            platform.compose("build");
            platform.up();
            return platform;
        } catch (AssertionError e) {
            platform.close();
            throw e;
        }
    }

    @Override
    public void close() {
        compose("down", "--volumes", "--timeout", "20");
    }

    private void up() {
        try {
            System.out.println(compose("up", "--wait", "--wait-timeout", "900"));
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + compose("ps", "--all") + compose("logs", "--tail", "40"), e);
        }
    }

    private void makeSecrets() throws IOException {
        try {
            Process made = new ProcessBuilder(
                            root.resolve("docker/secrets.sh").toString(),
                            secrets().toString())
                    .inheritIO()
                    .start();
            if (made.waitFor() != 0) {
                throw new AssertionError("docker/secrets.sh failed");
            }
            Files.writeString(secrets().resolve(CONSOLE_PASSWORD), UUID.randomUUID() + "\n");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The folder with a file for each secret. */
    Path secrets() {
        return home.resolve("secrets");
    }

    String secret(String name) {
        try {
            return Files.readString(secrets().resolve(name)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs {@code docker compose} on this project; an AssertionError shows what it printed when it fails. */
    String compose(String... words) {
        List<String> all = new ArrayList<>(
                List.of("compose", "--env-file", home.resolve("no.env").toString()));
        all.addAll(List.of(words));
        return Docker.run(environment, all.toArray(String[]::new));
    }

    /** Runs a command of the shell in the container of a service. */
    String inside(String service, String command) {
        return compose("exec", "-T", service, "sh", "-c", command);
    }

    int port(String variable) {
        return Integer.parseInt(environment.get(variable));
    }

    /** A client of a published port, not signed in. */
    Http at(String variable) {
        return new Http(URI.create("http://127.0.0.1:" + port(variable)));
    }

    /** A client signed in as the administrator. */
    Http admin() {
        return at("SECPLAT_API_PORT").signIn("admin", secret("ADMIN_PASSWORD"));
    }

    /** What the inbox has received so far, oldest first. */
    List<JsonObject> messages() {
        return at("SECPLAT_INBOX_PORT").get("/messages").expect(200).array().getValuesAs(JsonObject.class);
    }

    /** Ids of the containers that run. */
    List<String> containers() {
        return compose("ps", "--quiet").lines().toList();
    }
}
