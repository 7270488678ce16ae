package io.secplat.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.secplat.client.Http;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The platform in containers does what the platform does, and is closed as the operations guide says. */
@NeedsDocker
class ComposeJourneyIT {

    private static final String TARGET = TargetOutage.TARGET;
    private static final String WELL_KNOWN = "/var/lib/secplat/.well-known/secplat-verification.txt";

    private static ComposePlatform platform;
    private static Http api;

    @BeforeAll
    static void start() throws IOException {
        platform = ComposePlatform.ofRoles();
        api = platform.admin();
    }

    /** Prints figures first: what each container takes now, and how large the images are. */
    @AfterAll
    static void end() {
        if (platform != null) {
            try {
                printSizes();
            } finally {
                platform.close();
            }
        }
    }

    private static void printSizes() {
        System.out.println(Docker.run(
                Map.of(),
                words(
                        "stats --no-stream --format",
                        "{{.Name}}\t{{.MemUsage}}\t{{.PIDs}} threads",
                        platform.containers())));
        System.out.println(
                Docker.run(Map.of(), words("image ls --format", "{{.Repository}}:{{.Tag}}\t{{.Size}}", List.of())));
    }

    private static String[] words(String first, String format, List<String> last) {
        List<String> words = new ArrayList<>(List.of(first.split(" ")));
        words.add(format);
        words.addAll(last);
        return words.toArray(String[]::new);
    }

    static Stream<String> servers() {
        return ComposePlatform.SERVERS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void every_role_is_started_alive_and_ready(String server) {
        Http health = platform.at(ComposePlatform.SERVERS.get(server));

        for (String page : List.of("/health/started", "/health/live", "/health/ready")) {
            JsonObject answer = health.get(page).expect(200).object();
            assertThat(answer.getString("status")).as(page).isEqualTo("UP");
            assertThat(answer.getJsonArray("checks")).as(page).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void a_server_is_nobody_special_and_may_write_nothing_but_its_output(String server) {
        assertThat(platform.inside(server, "id -u").strip()).isEqualTo("10001");
        assertThatThrownBy(() -> platform.inside(server, "touch /opt/secplat/usr/servers/common/more.xml"))
                .hasMessageContaining("Read-only file system");
        assertThat(platform.inside(server, "ls /output")).contains(server);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void no_secret_is_in_the_environment_or_in_the_log_of_a_server(String server) throws IOException {
        String environment = platform.inside(server, "cat /proc/1/environ /proc/1/cmdline | tr '\\0' '\\n'");
        assertThat(environment).contains("SECPLAT_SERVER=" + server);
        String log = platform.compose("logs", "--no-color", server);
        assertThat(log).contains("CWWKF0011I");

        try (Stream<Path> secrets = Files.list(platform.secrets())) {
            for (Path secret : secrets.toList()) {
                for (String word : words(secret)) {
                    assertThat(environment).as(secret.toString()).doesNotContain(word);
                    assertThat(log).as(secret.toString()).doesNotContain(word);
                }
            }
        }
    }

    /** What of a file is secret: the last word of each line, as in {@code requirepass …}; the frame of a key is not. */
    private static List<String> words(Path secret) throws IOException {
        return Files.readAllLines(secret).stream()
                .filter(line -> !line.startsWith("-----"))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .toList();
    }

    @Test
    void an_outage_of_a_target_is_told_and_so_is_its_end() {
        TargetOutage.check(platform, api);
    }

    @Test
    void the_console_of_a_server_can_be_published_and_asks_who_comes() {
        ContainerConsole console = new ContainerConsole(platform.port(ComposePlatform.CONSOLE_PORT));
        String password = platform.secret(ComposePlatform.CONSOLE_PASSWORD);

        for (String page : List.of("/IBMJMXConnectorREST/mbeans", "/ibm/api/config")) {
            assertThat(console.status(page, "", "")).as(page).isEqualTo(401);
            assertThat(console.status(page, "operator", "guessed")).as(page).isEqualTo(401);
            assertThat(console.status(page, "operator", password)).as(page).isEqualTo(200);
        }
        assertThat(console.status("/adminCenter/login.jsp", "", "")).isEqualTo(200);
    }

    @Test
    void a_scan_goes_through_the_queue_and_ends_in_findings() {
        Map<String, String> asset = Map.of("asset_key", "scanned", "type", "external_web", "name", "verify-web:9090");
        JsonObject made = api.post("/api/assets", Http.json(asset)).expect(201).object();
        platform.inside(
                TARGET,
                "mkdir -p \"$(dirname " + WELL_KNOWN + ")\" && echo " + made.getString("verification_token") + " > "
                        + WELL_KNOWN);
        int id = made.getInt("asset_id");
        api.post("/api/assets/" + id + "/verify", Http.json(Map.of("method", "well_known")))
                .expect(200);

        JsonObject order = Json.createObjectBuilder()
                .add("job_type", "tls_headers")
                .add("target_asset_id", id)
                .build();
        int job = api.post("/api/jobs", order).expect(201).object().getInt("job_id");
        await().atMost(ComposePlatform.PATIENCE).untilAsserted(() -> assertThat(
                        api.get("/api/jobs/" + job).expect(200).object().getString("status"))
                .isEqualTo("done"));

        assertThat(api.get("/api/findings?limit=500&asset_key=scanned")
                        .expect(200)
                        .array())
                .isNotEmpty();
    }

    @Test
    void a_server_that_is_asked_to_stop_ends_by_itself_and_comes_back() {
        platform.compose("stop", "correlator");

        assertThat(platform.compose("logs", "--no-color", "correlator")).contains("CWWKE0036I");
        String exit = platform.compose("ps", "--all", "--format", "{{.ExitCode}}", "correlator");
        assertThat(exit.strip())
                .as("143 after the polite signal, 137 when it had to be killed")
                .isIn("143", "0");

        platform.compose("up", "--wait", "--no-deps", "--wait-timeout", "600", "correlator");
        platform.at(ComposePlatform.SERVERS.get("correlator"))
                .get("/health/ready")
                .expect(200);
    }
}
