package io.secplat.local.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerEnvironmentTest {

    @TempDir
    Path folder;

    @Test
    void only_the_api_is_told_of_postgres_and_of_the_signing_key() throws IOException {
        assertThat(environment(Part.API))
                .containsKeys("POSTGRES_URL", "POSTGRES_PASSWORD", "JWT_PRIVATE_KEY_FILE", "ADMIN_PASSWORD");
        for (Part part : Part.of(false)) {
            if (part.kind() == Part.Kind.SERVER && part != Part.API) {
                assertThat(environment(part).keySet())
                        .as(part.title())
                        .noneMatch(name -> name.startsWith("POSTGRES"))
                        .doesNotContain("JWT_PRIVATE_KEY_FILE", "ADMIN_PASSWORD", "MP_JWT_VERIFY_PUBLICKEY_LOCATION");
            }
        }
    }

    @Test
    void each_service_user_has_a_password_that_the_api_and_its_worker_share() throws IOException {
        String scanner = environment(Part.API).get("SCANNER_SERVICE_PASSWORD");
        assertThat(environment(Part.SCAN_WORKERS)).containsEntry("SCANNER_SERVICE_PASSWORD", scanner);
        assertThat(environment(Part.INGESTION).get("INGESTION_SERVICE_PASSWORD"))
                .isNotEqualTo(scanner);
        assertThat(environment(Part.INGESTION)).doesNotContainKey("SCANNER_SERVICE_PASSWORD");
    }

    @Test
    void messages_go_to_the_inbox_unless_a_real_webhook_is_set() throws IOException {
        assertThat(environment(Part.NOTIFIER))
                .containsEntry("SLACK_WEBHOOK_URL", "http://127.0.0.1:9025/slack/webhook/local");
        Settings real = Settings.of(Map.of("SLACK_WEBHOOK_URL", "https://hooks.example.org/T/B"));
        ServerEnvironment given = new ServerEnvironment(layout(), real, secrets(), Map.of());
        assertThat(given.of(Part.NOTIFIER)).containsEntry("SLACK_WEBHOOK_URL", "https://hooks.example.org/T/B");
        assertThat(given.of(Part.DERIVER)).doesNotContainKey("SLACK_WEBHOOK_URL");
    }

    @Test
    void all_channels_and_the_limits_of_their_calls_can_be_set() throws IOException {
        Map<String, String> set = Map.of(
                "WHATSAPP_ALERT_TO", "+4915100000002",
                "SMS_ALERT_TO", "+4915100000004",
                "NOTIFIER_STREAM_MAX_RETRIES", "3",
                "io_secplat_workers_notify_slack_GuardedSlackCall_post_CircuitBreaker_delay", "9000",
                "io_secplat_workers_notify_slack_BoundedSlackCall_post_Bulkhead_value", "4");
        ServerEnvironment given = new ServerEnvironment(layout(), Settings.of(set), secrets(), Map.of());

        assertThat(given.of(Part.NOTIFIER)).containsAllEntriesOf(set);
        assertThat(given.of(Part.DERIVER)).doesNotContainKeys("WHATSAPP_ALERT_TO", "SMS_ALERT_TO");
    }

    @Test
    void a_server_is_told_of_what_its_roles_read_and_of_nothing_else() throws IOException {
        Map<String, String> set = Map.of(
                "VERIFICATION_MAX_AGE_DAYS", "30",
                "SLACK_SIGNING_SECRET", "signed",
                "SLACK_BOT_TOKEN", "xoxb",
                "POSTGRES_URL", "jdbc:postgresql://elsewhere/secplat",
                "HTTP_HOST", "0.0.0.0");
        ServerEnvironment given = new ServerEnvironment(layout(), Settings.of(set), secrets(), Map.of());

        assertThat(given.of(Part.API))
                .containsEntry("VERIFICATION_MAX_AGE_DAYS", "30")
                .containsEntry("SLACK_SIGNING_SECRET", "signed")
                .containsEntry("POSTGRES_URL", "jdbc:postgresql://127.0.0.1:15432/secplat")
                .containsEntry("HTTP_HOST", "127.0.0.1")
                .doesNotContainKey("SLACK_BOT_TOKEN");
        assertThat(given.of(Part.NOTIFIER))
                .containsEntry("SLACK_BOT_TOKEN", "xoxb")
                .doesNotContainKeys("SLACK_SIGNING_SECRET", "VERIFICATION_MAX_AGE_DAYS", "POSTGRES_URL");
        assertThat(given.of(Part.ALL)).containsKeys("SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET");
    }

    @Test
    void what_the_person_sets_passes_through_and_what_is_none_of_ours_does_not() throws IOException {
        Settings settings = Settings.of(Map.of("JOB_LEASE_SECONDS", "7", "AWS_SECRET_ACCESS_KEY", "no"));
        Map<String, String> environment =
                new ServerEnvironment(layout(), settings, secrets(), Map.of("PATH", "/bin")).of(Part.API);
        assertThat(environment)
                .containsEntry("JOB_LEASE_SECONDS", "7")
                .containsEntry("PATH", "/bin")
                .containsEntry("SECPLAT_ROLES", "api")
                .doesNotContainKey("AWS_SECRET_ACCESS_KEY");
    }

    @Test
    void the_settings_of_scans_and_of_the_jvm_reach_the_worker() throws IOException {
        Map<String, String> set = Map.of(
                "SCAN_CONCURRENCY", "3",
                "MAX_REQUESTS_PER_SECOND", "20",
                "MAX_SCAN_DURATION_SECONDS", "60",
                "HSTS_PRELOAD_FILE", "/lists/preload.json");
        ServerEnvironment given = new ServerEnvironment(
                layout(), Settings.of(set), secrets(), Map.of("JDK_JAVA_OPTIONS", "-Dsome=thing"));

        assertThat(given.of(Part.SCAN_WORKERS))
                .containsAllEntriesOf(set)
                .containsEntry("JDK_JAVA_OPTIONS", "-Dsome=thing");
    }

    @Test
    void secrets_are_made_once_and_belong_to_their_owner_alone() throws IOException {
        Secrets secrets = secrets();
        assertThat(secrets.password("admin")).hasSizeGreaterThan(20).isEqualTo(secrets.password("admin"));
        Path key = secrets.privateKey();
        assertThat(Files.readString(key)).startsWith("-----BEGIN PRIVATE KEY-----\n");
        assertThat(Files.readString(secrets.publicKey())).startsWith("-----BEGIN PUBLIC KEY-----\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets.folder())))
                .isEqualTo("rwx------");
    }

    private Map<String, String> environment(Part part) throws IOException {
        return new ServerEnvironment(layout(), new Settings(Map.of()), secrets(), Map.of()).of(part);
    }

    private Layout layout() {
        return new Layout(folder, folder.resolve("data"));
    }

    private Secrets secrets() {
        return new Secrets(layout().secrets());
    }
}
