package io.secplat.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.contracts.event.Notification;
import io.secplat.contracts.model.Severity;
import io.secplat.contracts.notifier.RunningRoutes;
import io.secplat.local.http.LoopbackServer;
import io.secplat.local.inbox.Inbox;
import io.secplat.local.inbox.MessageBook;
import io.secplat.local.inbox.Received;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file with the plan of notifications changes while the packaged notifier runs; nobody restarts it. */
class PlanChangeIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    private Path file;
    private MessageBook book;
    private LoopbackServer slack;
    private OwnNotifier notifier;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        file = folder.resolve("routes.json");
        replace(plan("bad", "high"));
        book = new MessageBook(folder.resolve("messages.jsonl"), Clock.systemUTC());
        slack = LoopbackServer.start(0, new Inbox(book));
        notifier = OwnNotifier.start(Map.of(
                "NOTIFY_ROUTES_FILE", file.toString(),
                "NOTIFY_GROUP_SECONDS", "0",
                "SLACK_RATE_PER_SECOND", "1000",
                "SLACK_BURST", "1000",
                "SLACK_WEBHOOK_URL", "http://127.0.0.1:" + slack.port() + "/slack/webhook/plan-canary"));
    }

    @AfterEach
    void stop() {
        if (notifier != null) {
            notifier.close();
        }
        slack.close();
    }

    @Test
    void a_changed_plan_counts_and_a_wrong_one_changes_nothing() throws IOException {
        assertThat(toldOf("first")).isTrue();

        replace(plan("worst", "critical"));
        await().atMost(PATIENCE).until(() -> shown().equals(Optional.of("worst")));
        assertThat(toldOf("second")).isFalse();

        replace("{\"routes\": [}");
        await().atMost(PATIENCE)
                .until(() ->
                        refused().filter(why -> why.contains("this is no JSON")).isPresent());
        assertThat(shown()).contains("worst");
        assertThat(toldOf("third")).isFalse();

        replace(plan("bad again", "high"));
        await().atMost(PATIENCE)
                .until(() ->
                        shown().equals(Optional.of("bad again")) && refused().isEmpty());
        assertThat(toldOf("fourth")).isTrue();
        assertThat(notifier.log().lines().filter(line -> line.contains("\"action\":\"notify.routes\"")))
                .extracting(line -> line.replaceAll(".*\"status\":\"([a-z]+)\".*", "$1"))
                .containsExactly("changed", "refused", "changed");
    }

    private static String plan(String route, String severity) {
        return "{\"routes\": [{\"name\": \"" + route + "\", \"match\": {\"min_severity\": \"" + severity
                + "\"}, \"channels\": [\"slack\"]}]}";
    }

    /** In one step, so that no reader finds half of it. */
    private void replace(String text) throws IOException {
        Path fresh = Files.writeString(folder.resolve("routes.new"), text);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Whether Slack hears of something high, which is known when something critical after it about the same asset was told. */
    private boolean toldOf(String what) {
        tell(what, Severity.HIGH);
        tell("after " + what, Severity.CRITICAL);
        await().atMost(PATIENCE).until(() -> said("after " + what));
        return said(what);
    }

    private void tell(String title, Severity severity) {
        notifier.tell(new Notification(
                "incident.updated",
                "plan:" + title,
                title,
                "",
                severity,
                List.of("till"),
                null,
                null,
                List.of(),
                null));
    }

    private boolean said(String title) {
        return book.since(0).stream().map(Received::text).anyMatch(text -> text.equals("*SecPlat:* " + title));
    }

    private Optional<String> shown() {
        return notifier.routes().map(RunningRoutes::routes).map(routes -> {
            assertThat(routes).hasSize(1);
            return ((JsonObject) routes.get(0)).getString("name");
        });
    }

    private Optional<String> refused() {
        return notifier.routes().map(RunningRoutes::refused);
    }
}
