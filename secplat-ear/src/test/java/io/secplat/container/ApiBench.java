package io.secplat.container;

import io.secplat.client.Http;
import io.secplat.local.store.Store;
import io.secplat.local.store.TestStores;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What the API needs around it: a key to sign with and the three stores, each behind a gate. Made once for all tests of a
 * run, before the container starts; each test begins when the API is ready. Use it by {@link InContainer}.
 */
final class ApiBench implements BeforeAllCallback, BeforeEachCallback {

    static final URI BASE = URI.create("http://127.0.0.1:" + System.getProperty("container.http.port"));
    static final String PASSWORD = System.getenv("ADMIN_PASSWORD");

    /** How long a store that came back may take to be noticed; facts are waited for, so a generous limit costs nothing. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Path HOME = Path.of(System.getProperty("container.home"));

    @Override
    public void beforeAll(ExtensionContext context) {
        Objects.requireNonNull(Bench.READY);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        awaitReady();
    }

    /** Waits until the API and all its stores answer. */
    static void awaitReady() {
        Http stranger = new Http(BASE);
        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> stranger.get("/health/ready").status() == 200
                        && stranger.get("/api/ready").status() == 200);
    }

    static StoreGate postgres() {
        return Bench.READY.postgres;
    }

    static StoreGate redis() {
        return Bench.READY.redis;
    }

    static StoreGate openSearch() {
        return Bench.READY.openSearch;
    }

    /** A client that is signed in as the administrator. */
    static Http admin() {
        return new Http(BASE).signIn("admin", PASSWORD);
    }

    /** An asset that is probed and alerts. */
    static void createAsset(Http admin, String key) {
        JsonObject probe = Http.json(Map.of("kind", "http", "url", "http://127.0.0.1:1/", "interval_seconds", 60));
        JsonObject body = Json.createObjectBuilder(Map.of("asset_key", key, "type", "app", "name", "quiet"))
                .add("probe", probe)
                .build();
        admin.post("/api/assets", body).expect(201);
    }

    private record Bench(StoreGate postgres, StoreGate redis, StoreGate openSearch) {

        private static final Bench READY = make();

        private static Bench make() {
            writeKeys();
            return new Bench(
                    gate("postgres", TestStores.postgres()),
                    gate("redis", TestStores.redis()),
                    gate("opensearch", TestStores.openSearch()));
        }

        private static StoreGate gate(String name, Store store) {
            return StoreGate.open(Integer.getInteger("container." + name + ".port"), store.port());
        }
    }

    private static void writeKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            write("jwt.pem", "PRIVATE KEY", pair.getPrivate().getEncoded());
            write("jwt.pub", "PUBLIC KEY", pair.getPublic().getEncoded());
            Files.writeString(HOME.resolve("audit.keys"), "container:" + "abcd".repeat(11) + "\n");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(String name, String title, byte[] key) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
        Files.writeString(
                HOME.resolve(name), "-----BEGIN " + title + "-----\n" + text + "\n-----END " + title + "-----\n");
    }
}
