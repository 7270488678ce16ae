package io.secplat.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.client.Answer;
import io.secplat.client.Http;
import io.secplat.client.RawHttp;
import io.secplat.documentation.CodeBlocks;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The chapter of docs/OPERATIONS.md about the ways in: its files, filled with the stores of {@link ApiBench}. */
final class WaysIn {

    private static final String DOCUMENT = "docs/OPERATIONS.md";
    private static final CodeBlocks PACKAGES = CodeBlocks.below(DOCUMENT, "Liberty server packages");
    private static final CodeBlocks STANDING = CodeBlocks.below(DOCUMENT, "An application server that stands already");

    private static final List<String> OF_THE_TESTS = List.of(
            "keystore_password",
            "POSTGRES_URL",
            "POSTGRES_USER",
            "POSTGRES_PASSWORD",
            "REDIS_URL",
            "OPENSEARCH_URL",
            "JWT_PRIVATE_KEY_FILE",
            "AUDIT_HMAC_KEY_FILE",
            "ADMIN_PASSWORD");

    private WaysIn() {}

    /** {@code usr/shared/server.env} with all lines that the chapter names, and no other. */
    static void writeSettings(Path users) throws IOException {
        Map<String, String> values = new TreeMap<>();
        OF_THE_TESTS.forEach(name -> values.put(name, System.getenv(name)));
        values.put("JAVA_HOME", System.getProperty("java.home"));
        values.put("FRONTEND_URL", "http://127.0.0.1");
        String block = PACKAGES.in("properties").get(0);
        Files.writeString(users.resolve("shared/server.env"), CodeBlocks.withValues(block, values));
    }

    /** What one server alone is told: where it listens. */
    static void writeOverride(Path server, int port) throws IOException {
        Path folder = Files.createDirectories(server.resolve("configDropins/overrides"));
        Files.writeString(
                folder.resolve("here.xml"), replaced(PACKAGES.in("xml").get(0), "\"9081\"", "\"" + port + "\""));
    }

    /** The {@code server.xml} of a server that knows nothing of {@code liberty/}. */
    static String standingServer(int port) {
        return replaced(STANDING.in("xml").get(0), "\"9080\"", "\"" + port + "\"");
    }

    /** The same with the WAR in the place of the EAR. */
    static String standingServerOfTheWar(int port) {
        return standingServer(port)
                .replaceFirst(
                        "  <enterpriseApplication .*/>\n", STANDING.in("xml").get(1));
    }

    /** A server that lets people in, and nobody else, and shows them the website. */
    static void checkApi(int port) {
        URI base = URI.create("http://127.0.0.1:" + port);
        Http stranger = new Http(base);
        Answer website = new RawHttp(base).send("GET", "/", List.of(), new byte[0]);

        assertThat(website.expect(200).body()).contains("<title>SecPlat");
        stranger.get("/api/assets").expect(401);
        new Http(base).signIn("admin", ApiBench.PASSWORD).get("/api/assets").expect(200);
    }

    private static String replaced(String text, String old, String fresh) {
        assertThat(text).contains(old);
        return text.replace(old, fresh);
    }
}
