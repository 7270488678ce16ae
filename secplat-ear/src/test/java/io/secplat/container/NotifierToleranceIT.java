package io.secplat.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.contracts.event.Notification;
import io.secplat.contracts.model.Severity;
import io.secplat.local.http.LoopbackServer;
import io.secplat.local.inbox.Inbox;
import io.secplat.local.inbox.MessageBook;
import io.secplat.local.inbox.Received;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Slack falls ill: first it answers nothing, then with 503. The packaged notifier spares it, goes on with everybody else and tells
 * Slack everything in the end. What is seen in the figures follows from settings in the environment.
 */
class NotifierToleranceIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String GUARDS = "io.secplat.workers.notify.";
    private static final String SLACK = "method=\"" + GUARDS + "slack.GuardedSlackCall.post\"";
    private static final String PLACES = "method=\"" + GUARDS + "slack.BoundedSlackCall.post\"";
    private static final String TWILIO = "method=\"" + GUARDS + "twilio.GuardedTwilioCall.send\"";
    private static final String JIRA = "method=\"" + GUARDS + "jira.GuardedJiraCall.make\"";
    private static final String OPEN = "state=\"open\"";
    private static final List<String> SECRETS = List.of(
            "webhook-canary-31",
            "twilio-canary-32",
            "jira-canary-33",
            "+49151",
            "ops@example.org",
            "127.0.0.1:",
            "http://");

    /** More than the notifier has threads, so that it comes to a stand if each held one. */
    private static final int ASSETS = 30;

    private static final int AT_ONCE = 3;

    /** More than have a place at once, as by default. */
    private static final int LOOKED_AT = 4;

    @TempDir
    private Path folder;

    private MessageBook book;
    private IllSlack slack;
    private LoopbackServer services;
    private OwnNotifier notifier;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        book = new MessageBook(folder.resolve("messages.jsonl"), Clock.systemUTC());
        slack = new IllSlack(new Inbox(book));
        services = LoopbackServer.start(0, slack);
        notifier = OwnNotifier.start(settings("http://127.0.0.1:" + services.port()));
    }

    @AfterEach
    void stop() {
        if (notifier != null) {
            notifier.close();
        }
        services.close();
    }

    private static Map<String, String> settings(String services) {
        Map<String, String> settings = new TreeMap<>(Map.of(
                "SLACK_WEBHOOK_URL", services + "/slack/webhook/webhook-canary-31",
                "SLACK_TIMEOUT_MS", "3000",
                "SLACK_RATE_PER_SECOND", "1000",
                "SLACK_BURST", "1000",
                "JIRA_BASE_URL", services,
                "JIRA_EMAIL", "ops@example.org",
                "JIRA_API_TOKEN", "jira-canary-33",
                "JIRA_PROJECT_KEY", "SEC"));
        settings.putAll(Map.of(
                "TWILIO_API_URL", services,
                "TWILIO_ACCOUNT_SID", "AC31",
                "TWILIO_AUTH_TOKEN", "twilio-canary-32",
                "TWILIO_WHATSAPP_FROM", "+4915100000001",
                "WHATSAPP_ALERT_TO", "+4915100000002",
                "TWILIO_SMS_FROM", "+4915100000003",
                "SMS_ALERT_TO", "+4915100000004",
                "TWILIO_RATE_PER_SECOND", "1000",
                "TWILIO_BURST", "1000"));
        settings.putAll(Map.of(
                "NOTIFY_GROUP_SECONDS", "0",
                "NOTIFY_DOUBT_SECONDS", "4",
                "RETRY_BASE_MS", "200",
                "RETRY_MAX_MS", "1000",
                "NOTIFIER_STREAM_MAX_RETRIES", "1000"));
        settings.putAll(Map.of(
                ofPost("GuardedSlackCall", "CircuitBreaker_requestVolumeThreshold"),
                Integer.toString(LOOKED_AT),
                ofPost("GuardedSlackCall", "CircuitBreaker_delay"),
                "25000",
                ofPost("GuardedSlackCall", "Timeout_value"),
                "1500",
                ofPost("BoundedSlackCall", "Bulkhead_value"),
                Integer.toString(AT_ONCE)));
        return settings;
    }

    private static String ofPost(String guard, String member) {
        return "io_secplat_workers_notify_slack_" + guard + "_post_" + member;
    }

    @Test
    void who_falls_ill_is_spared_and_told_everything_later_while_others_hear_at_once() {
        IntStream.range(0, ASSETS).forEach(n -> tell("slack", "asset.down", "shop-" + n, "shop-" + n + " is down"));
        IntStream.range(0, ASSETS).forEach(n -> tell("slack", "asset.recovered", "shop-" + n, "shop-" + n + " is up"));
        awaitThat(scrape -> {
            assertThat(scrape.sum("ft_circuitbreaker_opened_total", SLACK)).isEqualTo(1);
            assertThat(scrape.sum("ft_circuitbreaker_state_total_nanoseconds", SLACK, OPEN))
                    .isPositive();
            assertThat(scrape.sum("ft_circuitbreaker_calls_total", SLACK, "=\"circuitBreakerOpen\""))
                    .isPositive();
            assertThat(scrape.sum("ft_bulkhead_executionsRunning", PLACES)).isZero();
        });
        int reached = slack.asked();

        othersAreTold();
        assertThat(slack.asked()).as("requests while the breaker is open").isEqualTo(reached);
        theFirstTroubleShows();

        slack.speak();
        awaitThat(scrape ->
                assertThat(scrape.sum("ft_circuitbreaker_opened_total", SLACK)).isGreaterThan(1));
        slack.recover();
        everythingIsToldInOrderAndOnce();
        theFiguresTellIt();
    }

    private void othersAreTold() {
        List<String> others = List.of("whatsapp", "sms", "jira");
        IntStream.range(0, 10)
                .forEach(n -> others.forEach(channel ->
                        tell(channel, "asset.down", "desk-" + n, "desk-" + n + " is down (" + channel + ")")));
        await().atMost(PATIENCE).until(() -> IntStream.range(0, 10).allMatch(n -> others.stream()
                .allMatch(channel -> said("desk-" + n + " is down (" + channel + ")") == 1)));
    }

    private void theFirstTroubleShows() {
        Scrape scrape = notifier.scrape();
        assertThat(scrape.sum("ft_bulkhead_calls_total", PLACES, "=\"rejected\""))
                .as("calls without a place, more than the breaker looks at")
                .isGreaterThan(LOOKED_AT);
        assertThat(scrape.sum("ft_circuitbreaker_calls_total", SLACK, "=\"success\""))
                .as("calls that went well while Slack was silent")
                .isZero();
        assertThat(scrape.sum("ft_circuitbreaker_calls_total", SLACK, "=\"failure\""))
                .as("failures that opened the breaker, and the calls that had a place beside the last of them")
                .isBetween((double) LOOKED_AT, LOOKED_AT + AT_ONCE - 1.0)
                .isEqualTo(slack.asked());
        assertThat(scrape.sum("ft_timeout_calls_total", SLACK, "timedOut=\"true\""))
                .isPositive();
        assertThat(scrape.sum("ft_circuitbreaker_state_total_nanoseconds", SLACK, "state=\"halfOpen\""))
                .as("still the first rest")
                .isZero();
        assertThat(scrape.sum("notify_sent_total", "channel=\"slack\"")).isZero();
    }

    private void everythingIsToldInOrderAndOnce() {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(toSlack()).hasSize(2 * ASSETS));
        List<String> told = toSlack();
        IntStream.range(0, ASSETS).forEach(n -> assertThat(told)
                .containsSubsequence("*SecPlat:* shop-" + n + " is down", "*SecPlat:* shop-" + n + " is up"));
        assertThat(told).doesNotHaveDuplicates();
    }

    private void theFiguresTellIt() {
        awaitThat(scrape -> {
            for (String guard : List.of(SLACK, TWILIO, JIRA)) {
                assertThat(scrape.sum("ft_circuitbreaker_state_total_nanoseconds", guard, "state=\"closed\""))
                        .isPositive();
                assertThat(scrape.sum("ft_circuitbreaker_calls_total", guard, "=\"success\""))
                        .isPositive();
                assertThat(scrape.sum("ft_retry_calls_total", guard)).isPositive();
                assertThat(scrape.sum("ft_timeout_calls_total", guard)).isPositive();
            }
            for (String bound : List.of(
                    "slack.BoundedSlackCall.post", "twilio.BoundedTwilioCall.send", "jira.BoundedJiraCall.make")) {
                assertThat(scrape.sum("ft_bulkhead_calls_total", GUARDS + bound))
                        .isPositive();
            }
            assertThat(scrape.sum("ft_circuitbreaker_opened_total", TWILIO)
                            + scrape.sum("ft_circuitbreaker_opened_total", JIRA))
                    .as("breakers of services that are well")
                    .isZero();
            assertThat(scrape.sum("ft_circuitbreaker_calls_total", SLACK, "=\"success\"")
                            + scrape.sum("ft_circuitbreaker_calls_total", SLACK, "=\"failure\""))
                    .as("what was let through, and no more")
                    .isEqualTo(slack.asked());
            assertThat(scrape.sum("notify_sent_total", "channel=\"slack\"")).isEqualTo(2 * ASSETS);
            assertThat(scrape.sum("notify_sent_total", "channel=\"jira\"")).isEqualTo(10);
            assertThat(scrape.sum("notify_put_off_total", "channel=\"slack\"")).isPositive();
            assertThat(scrape.sum("notify_delay_seconds_count", "channel=\"sms\""))
                    .isEqualTo(10);
        });
        String text = notifier.scrape().text();
        assertThat(text).contains("# HELP notify_sent_total Messages that the channel accepted");
        assertThat(text).doesNotContain(SECRETS);
        assertThat(notifier.log()).doesNotContain(SECRETS.subList(0, 5));
    }

    private void tell(String channel, String kind, String asset, String title) {
        notifier.tell(new Notification(
                kind,
                channel + ":" + kind + ":" + asset,
                title,
                "",
                Severity.HIGH,
                List.of(asset),
                null,
                null,
                List.of(channel),
                null));
    }

    private void awaitThat(Consumer<Scrape> holds) {
        await().atMost(PATIENCE).untilAsserted(() -> holds.accept(notifier.scrape()));
    }

    private long said(String text) {
        return book.since(0).stream()
                .filter(received -> received.text().contains(text))
                .count();
    }

    private List<String> toSlack() {
        return book.since(0).stream()
                .filter(received -> received.service().equals("slack"))
                .map(Received::text)
                .toList();
    }
}
