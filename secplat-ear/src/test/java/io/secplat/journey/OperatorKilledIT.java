package io.secplat.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.secplat.client.Http;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A server dies while it does what an operator asked for: the wish is written down already, and the audit says that nobody knows its end. */
class OperatorKilledIT {

    private static final String ACTION = "admin.deriveNow";

    private final Platform platform = Platform.shared();

    @Test
    void an_operation_whose_server_is_killed_is_audited_with_an_unknown_end()
            throws IOException, InterruptedException, SQLException {
        ServerConsole deriver = ServerConsole.of(platform, "DERIVER");
        Http admin = platform.admin();
        assertThat(unknownEnds(admin)).isZero();

        signal("STOP", "opensearch");
        CompletableFuture<Void> asked;
        try {
            asked = CompletableFuture.runAsync(() -> deriver.act("deriveNow", "all"));
            await().atMost(Platform.PATIENCE).until(() -> count("status IS NULL") == 1);
            platform.secplat("kill", "deriver");
        } finally {
            signal("CONT", "opensearch");
            platform.secplat("start", "deriver");
        }

        assertThatThrownBy(asked::join)
                .as("the answer of a server that is dead")
                .isNotNull();
        assertThat(count("status IS NULL")).isEqualTo(1);
        letSixteenMinutesPass();
        await().atMost(Platform.PATIENCE).until(() -> unknownEnds(admin) == 1);
        assertThat(count("status = 'unknown'")).isEqualTo(1);
        platform.awaitReadiness("DERIVER", 200);
    }

    private static long unknownEnds(Http admin) {
        return Platform.audited(admin, ACTION).stream()
                .filter(row -> row.contains("\"unknown\""))
                .count();
    }

    private long count(String condition) throws SQLException {
        try (Connection database = database();
                Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM operator_acts WHERE " + condition)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** For the database, which is where the patience with an ending is measured. */
    private void letSixteenMinutesPass() throws SQLException {
        try (Connection database = database();
                Statement statement = database.createStatement()) {
            statement.executeUpdate(
                    "UPDATE operator_acts SET recorded_at = recorded_at - interval '16 minutes' WHERE status IS NULL");
        }
    }

    private Connection database() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + platform.port("POSTGRES") + "/secplat",
                "secplat",
                platform.secret("postgres-password"));
    }

    /** Stops a part of the platform where it stands, and lets it go on. */
    private void signal(String name, String part) throws IOException, InterruptedException {
        Path file = platform.data().resolve("run").resolve(part + ".pid");
        String pid = Files.readString(file).split(" ", 2)[0];
        Process kill = new ProcessBuilder("kill", "-" + name, pid).inheritIO().start();
        assertThat(kill.waitFor()).isZero();
    }
}
