package io.secplat.journey;

import static org.awaitility.Awaitility.await;

import io.secplat.client.Answer;
import io.secplat.client.Http;
import io.secplat.local.admin.Console;
import io.secplat.local.launch.Secrets;
import io.secplat.local.store.FreePort;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * The whole platform, started by the very command that people use, with data and ports of its own and intervals short enough
 * for a test. Started once for all journeys, ended with the test JVM.
 */
final class Platform {

    /** Start-ups can be slow on a loaded machine; facts are waited for, so a generous limit costs nothing. */
    static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final String PASSWORD = "journey-Passw0rd";

    /** From the port of a server to that of its console; as docs/ADMIN.md says. */
    private static final int CONSOLE_DISTANCE = 363;

    /** Secrets that no test needs; channels that are set up by half say so, and must not say more. */
    static final Map<String, String> CANARIES = Map.of(
            "SLACK_SIGNING_SECRET", "canary-slack-signing-7f3a",
            "TWILIO_AUTH_TOKEN", "canary-twilio-token-9c1e",
            "JIRA_API_TOKEN", "canary-jira-token-2b8d");

    private static final List<String> PARTS = List.of(
            "POSTGRES",
            "REDIS",
            "OPENSEARCH",
            "INBOX",
            "VERIFY_WEB",
            "SHOP",
            "API",
            "INGESTION",
            "DERIVER",
            "SCAN_WORKERS",
            "CORRELATOR",
            "NOTIFIER");

    private final Path root = Path.of(System.getProperty("secplat.root"));
    private final Path data = Path.of(System.getProperty("journey.data"));
    private final Map<String, String> environment = new TreeMap<>();

    private Platform() {
        ports().forEach((part, port) -> environment.put("SECPLAT_" + part + "_PORT", Integer.toString(port)));
        environment.put("SECPLAT_DATA", data.toString());
        environment.put("ADMIN_PASSWORD", PASSWORD);
        environment.put("EXAMPLE_COM_URL", "http://127.0.0.1:" + port("VERIFY_WEB") + "/example");
        environment.put("JOB_LEASE_SECONDS", "6");
        environment.put("STREAM_CLAIM_IDLE_MS", "8000");
        environment.put("ALERT_RECONCILE_SECONDS", "5");
        environment.put("DERIVER_INTERVAL_SECONDS", "5");
        CANARIES.forEach(environment::put);
        environment.put("SECPLAT_CONSOLE", "on");
        environment.put("SECPLAT_CONSOLE_READER", "on");
        environment.put("CONSOLE_KEYSTORE", keyStore().toString());
        // One outage after the other, as fast as a test makes them, would be flapping, of which people are told
        // otherwise.
        environment.put("FLAP_HIGH_PERCENT", "90");
    }

    /** The one platform of this test run. */
    static Platform shared() {
        return Holder.RUNNING;
    }

    private static final class Holder {
        private static final Platform RUNNING = started();

        private static Platform started() {
            Platform platform = new Platform();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> platform.secplat("down")));
            platform.makeKeyStore();
            platform.secplat("up");
            return platform;
        }
    }

    String baseUrl() {
        return "http://127.0.0.1:" + port("API");
    }

    String adminPassword() {
        return PASSWORD;
    }

    /** The folder with everything that the platform keeps: logs, secrets, data. */
    Path data() {
        return data;
    }

    /** The console of a server and how its operator gets in. */
    Console console(String part) {
        return console(part, "operator", "console-password");
    }

    /** The same for the one who may only look. */
    Console consoleOfReader(String part) {
        return console(part, "reader", "console-reader-password");
    }

    private Console console(String part, String user, String password) {
        URI address = URI.create("https://127.0.0.1:" + (port(part) + CONSOLE_DISTANCE));
        return new Console(address, user, secret(password), keyStore(), secret("keystore-password"));
    }

    private Path keyStore() {
        return data.resolveSibling("console.p12");
    }

    /** Key and certificate of all consoles, as an enterprise would give its own. Clients trust this certificate alone. */
    private void makeKeyStore() {
        try {
            String password = new Secrets(data.resolve("secrets")).password("keystore");
            Files.deleteIfExists(keyStore());
            String keytool =
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
            Process process = new ProcessBuilder(
                            keytool,
                            "-genkeypair",
                            "-alias",
                            "console",
                            "-keyalg",
                            "EC",
                            "-dname",
                            "CN=localhost",
                            "-ext",
                            "san=dns:localhost,ip:127.0.0.1",
                            "-storetype",
                            "PKCS12",
                            "-validity",
                            "7",
                            "-keystore",
                            keyStore().toString(),
                            "-storepass",
                            password)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroy();
                throw new AssertionError("keytool made no key store");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What the platform made for itself at its first start. */
    String secret(String name) {
        try {
            return Files.readString(data.resolve("secrets").resolve(name)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port(String part) {
        return Integer.parseInt(environment.get("SECPLAT_" + part + "_PORT"));
    }

    /** A client signed in as the administrator. */
    Http admin() {
        return new Http(URI.create(baseUrl())).signIn("admin", PASSWORD);
    }

    /** A client signed in as somebody who may only read. */
    Http viewer() {
        Map<String, String> viewer = Map.of("username", "journey-viewer", "role", "viewer", "password", PASSWORD);
        Answer made = admin().post("/api/auth/users", Http.json(viewer));
        if (made.status() != 409) {
            made.expect(201);
        }
        return new Http(URI.create(baseUrl())).signIn("journey-viewer", PASSWORD);
    }

    /** The rows of the audit about that action, as that administrator sees them. */
    static List<String> audited(Http admin, String action) {
        return admin
                .get("/api/audit?action=" + action)
                .expect(200)
                .object()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(JsonObject::toString)
                .toList();
    }

    /** Waits until a server answers a load balancer with that status. */
    void awaitReadiness(String part, int status) {
        Http server = new Http(URI.create("http://127.0.0.1:" + port(part)));
        await().atMost(PATIENCE).until(() -> server.get("/health/ready").status() == status);
    }

    /** What the inbox has received so far, oldest first. */
    List<JsonObject> messages() {
        return new Http(URI.create("http://127.0.0.1:" + port("INBOX")))
                .get("/messages")
                .expect(200)
                .array()
                .getValuesAs(JsonObject.class);
    }

    /** How many messages of the inbox hold this text. */
    long told(String text) {
        return messages().stream()
                .filter(message -> message.toString().contains(text))
                .count();
    }

    /** Runs {@code ./secplat} with these words; an AssertionError shows what it printed when it fails. */
    void secplat(String... words) {
        List<String> command = new ArrayList<>(List.of(root.resolve("secplat").toString()));
        command.addAll(List.of(words));
        try {
            Path logs = Files.createDirectories(data.resolveSibling("commands"));
            Path output = Files.createTempFile(logs, words[0], ".log");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(root.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            boolean ended = process.waitFor(10, TimeUnit.MINUTES);
            if (!ended || process.exitValue() != 0) {
                process.destroy();
                throw new AssertionError(
                        "./secplat " + String.join(" ", words) + " failed:\n" + Files.readString(output));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A different free port for each part, and a free one for its console. */
    private static Map<String, Integer> ports() {
        Set<Integer> found = new LinkedHashSet<>();
        while (found.size() < PARTS.size()) {
            int port = FreePort.find();
            boolean beside = found.contains(port - CONSOLE_DISTANCE) || found.contains(port + CONSOLE_DISTANCE);
            if (!beside && FreePort.isFree(port + CONSOLE_DISTANCE)) {
                found.add(port);
            }
        }
        Map<String, Integer> ports = new TreeMap<>();
        Iterator<Integer> next = found.iterator();
        PARTS.forEach(part -> ports.put(part, next.next()));
        return ports;
    }
}
