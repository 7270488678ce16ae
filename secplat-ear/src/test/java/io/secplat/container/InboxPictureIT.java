package io.secplat.container;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.secplat.contracts.event.Notification;
import io.secplat.contracts.model.Severity;
import io.secplat.journey.HeadlessBrowser;
import io.secplat.local.http.LoopbackServer;
import io.secplat.local.inbox.Inbox;
import io.secplat.local.inbox.MessageBook;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A packaged notifier with all channels tells the inbox of everything that happens, and a browser sees it there. The picture of it is
 * {@code target/inbox.png}; docs/images has a copy.
 */
class InboxPictureIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Path PICTURE = Path.of("target", "inbox.png");
    private static final String WEBSITE = "https://secplat.example.org";
    private static final String ROUTES =
            """
            {"routes": [
              {"name": "text", "match": {"min_severity": "critical"}, "channels": ["sms"], "continue": true},
              {"name": "phone", "match": {"min_severity": "high"}, "channels": ["whatsapp"], "continue": true},
              {"name": "room", "channels": ["slack"]}
            ]}""";

    @TempDir
    private Path folder;

    private MessageBook book;
    private LoopbackServer services;
    private OwnNotifier notifier;

    @AutoClose
    private final HeadlessBrowser browser = HeadlessBrowser.open();

    @BeforeEach
    void start() throws IOException, InterruptedException {
        book = new MessageBook(folder.resolve("messages.jsonl"), Clock.systemUTC());
        services = LoopbackServer.start(0, new Inbox(book));
        notifier = OwnNotifier.start(settings("http://127.0.0.1:" + services.port()));
    }

    @AfterEach
    void stop() {
        if (notifier != null) {
            notifier.close();
        }
        if (services != null) {
            services.close();
        }
    }

    private static Map<String, String> settings(String services) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "SLACK_BOT_TOKEN", "xoxb-only-for-this-test",
                "SLACK_CHANNEL", "#operations",
                "SLACK_API_URL", services + "/api/",
                "JIRA_BASE_URL", services,
                "JIRA_EMAIL", "ops@example.org",
                "JIRA_API_TOKEN", "only-for-this-test-run",
                "JIRA_PROJECT_KEY", "SEC"));
        settings.putAll(Map.of(
                "TWILIO_API_URL", services,
                "TWILIO_ACCOUNT_SID", "AC31",
                "TWILIO_AUTH_TOKEN", "only-for-this-test-run",
                "TWILIO_WHATSAPP_FROM", "+4915100000001",
                "WHATSAPP_ALERT_TO", "+4915100000002",
                "TWILIO_SMS_FROM", "+4915100000003",
                "SMS_ALERT_TO", "+4915100000004",
                "NOTIFY_GROUP_SECONDS", "2",
                "NOTIFY_ROUTES", ROUTES));
        return settings;
    }

    @Test
    void a_browser_sees_everything_that_was_told() {
        tellEverything();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(notices())
                .contains("→ Done", "4 assets are down", "New high finding", ":white_check_mark:"));

        Page page = browser.page();
        page.setViewportSize(1360, 900);
        page.navigate("http://127.0.0.1:" + services.port() + "/?reload=no");
        slackShowsIt(page);
        telephonesShowIt(page);
        jiraShowsIt(page);
        browser.expectAccessible("inbox");
        browser.expectNoComplaint();
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURE).setFullPage(true));

        page.navigate("http://127.0.0.1:" + services.port() + "/?service=jira&reload=no");
        assertThat(page.locator("section")).hasCount(1);
        assertThat(page.locator("article.slack")).hasCount(0);
    }

    /** In the order in which it might happen; what is about the same waits for what came before it. */
    private void tellEverything() {
        tell("test", "A test of the notifications", "Asked for by admin.", Severity.INFO, List.of(), null);
        tell(
                "asset.down",
                "checkout-api is down",
                "HTTP 503 since 07:21 UTC.",
                Severity.CRITICAL,
                List.of("checkout-api"),
                null);
        await().atMost(PATIENCE).until(() -> notices().contains("checkout-api is down"));
        for (String asset : List.of("search-1", "search-2", "search-3", "reports")) {
            tell("asset.down", asset + " is down", "No answer within 5 s.", Severity.HIGH, List.of(asset), null);
        }
        tell(
                "incident.created",
                "Incident 42: checkout is unreachable",
                "3 assets of payments are down.",
                Severity.CRITICAL,
                List.of(),
                42);
        tell(
                "finding.created",
                "New high finding on web-shop",
                "TLS certificate ends in 6 days & is <not> renewed",
                Severity.HIGH,
                List.of("web-shop"),
                null);
        tell(
                "asset.recovered",
                "checkout-api recovered",
                "Up again after 11 minutes.",
                Severity.INFO,
                List.of("checkout-api"),
                null);
        tell("incident.closed", "Incident 42 is closed", "A certificate was renewed.", Severity.MEDIUM, List.of(), 42);
    }

    private void tell(
            String kind,
            String title,
            String body,
            Severity severity,
            List<String> assets,
            @Nullable Integer incident) {
        notifier.tell(new Notification(
                kind,
                kind + ":" + title,
                title,
                body,
                severity,
                assets,
                incident,
                WEBSITE + (incident == null ? "/assets" : "/incidents/" + incident),
                List.of(),
                incident == null ? null : JsonObject.EMPTY_JSON_OBJECT));
    }

    /** The first words of everything that arrived, and for whom. */
    private String notices() {
        StringBuilder all = new StringBuilder();
        book.since(0).forEach(one -> all.append(one.recipient())
                .append(' ')
                .append(one.text())
                .append('\n'));
        return all.toString();
    }

    private static void slackShowsIt(Page page) {
        Locator slack = page.locator("article.slack");
        for (String header : List.of(
                "INFO: A test of the notifications",
                "CRITICAL: checkout-api is down",
                "HIGH: 4 assets are down",
                "CRITICAL: Incident 42: checkout is unreachable",
                "HIGH: New high finding on web-shop")) {
            assertThat(slack.filter(with(header))).hasCount(1);
        }
        Locator outage = slack.filter(with("checkout-api is down"));
        assertThat(outage.locator("h3").first()).containsText("✓");
        assertThat(outage.locator(".reply")).containsText("checkout-api recovered");
        assertThat(slack.filter(with("Incident 42: checkout")).locator(".reply"))
                .containsText("Incident 42 is closed");
        assertThat(slack.filter(with("4 assets are down")).locator(".button").first())
                .hasText("Acknowledge");
    }

    private static void telephonesShowIt(Page page) {
        Locator bubbles = page.locator("article.twilio");
        assertThat(bubbles.locator(".green").filter(with("checkout-api is down")))
                .hasCount(1);
        assertThat(bubbles.locator(".green").filter(with("4 assets are down"))).hasCount(1);
        assertThat(bubbles.locator(".green").filter(with("is <not> renewed"))).hasCount(1);
        assertThat(bubbles.locator(".blue").filter(with("Incident 42: checkout")))
                .hasCount(1);
        assertThat(bubbles.filter(with("SMS")).first()).containsText("segment");
    }

    private static void jiraShowsIt(Page page) {
        Locator issue = page.locator("article.jira");
        assertThat(issue.locator("h3")).hasText("Incident 42: checkout is unreachable");
        assertThat(issue.locator(".status")).hasText("Done");
        assertThat(issue.locator(".reply")).containsText("Incident 42 is closed");
    }

    private static Locator.FilterOptions with(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
