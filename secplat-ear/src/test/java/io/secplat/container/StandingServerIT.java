package io.secplat.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.client.Http;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Liberty that stands already, whose own {@code server.xml} is the one that docs/OPERATIONS.md shows. */
@InContainer
class StandingServerIT {

    private static final Path ROOT = Path.of(System.getProperty("secplat.root"));
    private static final Path DRIVERS = Path.of(System.getProperty("secplat.liberty"), "usr/shared/resources/jdbc");

    @TempDir
    private Path users;

    private Path server;
    private int port;

    @BeforeEach
    void stand() throws IOException {
        server = Files.createDirectories(users.resolve("servers/standing"));
        Files.createDirectories(server.resolve("apps"));
        Path jdbc = Files.createDirectories(users.resolve("shared/resources/jdbc"));
        try (Stream<Path> drivers = Files.list(DRIVERS)) {
            for (Path driver : drivers.toList()) {
                Files.copy(driver, jdbc.resolve(driver.getFileName().toString()));
            }
        }
        WaysIn.writeSettings(users);
        port = LibertyServer.freePort();
    }

    @Test
    void takes_the_ear_with_the_roles_that_it_is_told() throws IOException {
        Files.copy(Path.of(System.getenv("SECPLAT_EAR")), server.resolve("apps/secplat.ear"));
        Files.writeString(server.resolve("server.xml"), WaysIn.standingServer(port));

        try (LibertyServer standing = start("api,correlator")) {
            standing.awaitReady(port);

            WaysIn.checkApi(port);
            Http http = new Http(URI.create("http://127.0.0.1:" + port));
            await().atMost(ApiBench.PATIENCE).untilAsserted(() -> assertThat(
                            HealthReading.of(http).data("worker-loops-run").getString("what", ""))
                    .as("the correlator's loop, that is the EJB module of the EAR")
                    .isEqualTo("1 loops run"));
        }
    }

    @Test
    void takes_the_war_alone_as_the_api() throws IOException {
        Files.copy(war(), server.resolve("apps/secplat-api-war.war"));
        Files.writeString(server.resolve("server.xml"), WaysIn.standingServerOfTheWar(port));

        try (LibertyServer standing = start("api")) {
            standing.awaitReady(port);

            WaysIn.checkApi(port);
        }
    }

    private LibertyServer start(String roles) throws IOException {
        Files.writeString(
                users.resolve("shared/server.env"), "SECPLAT_ROLES=" + roles + "\n", StandardOpenOption.APPEND);
        return LibertyServer.launchAlone(users, "standing");
    }

    private static Path war() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("secplat-api-war/target"))) {
            return files.filter(file -> file.toString().endsWith(".war"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
