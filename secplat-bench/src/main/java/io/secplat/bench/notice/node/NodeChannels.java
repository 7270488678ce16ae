package io.secplat.bench.notice.node;

import io.secplat.runtime.GivenConfig;
import io.secplat.workers.notify.channel.Channel;
import io.secplat.workers.notify.jira.GuardedJiraCall;
import io.secplat.workers.notify.jira.JiraChannels;
import io.secplat.workers.notify.route.Match;
import io.secplat.workers.notify.route.Route;
import io.secplat.workers.notify.route.RoutePlan;
import io.secplat.workers.notify.slack.GuardedSlackCall;
import io.secplat.workers.notify.slack.SlackChannels;
import io.secplat.workers.notify.twilio.GuardedTwilioCall;
import io.secplat.workers.notify.twilio.TwilioChannels;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The product's channels with settings for stand-ins: those that CHANNELS names (slack, jira, sms, webhook; slack alone when it is not
 * set), at SLACK_API_URL, JIRA_BASE_URL, TWILIO_API_URL and SLACK_WEBHOOK_URL. A setting of theirs in the environment counts in place of
 * the harness's own. Webhook and slack are two ways to one channel.
 */
public record NodeChannels(Map<String, String> environment, Clock clock) {

    private static final Map<String, String> SLACK = Map.of(
            "SLACK_BOT_TOKEN", "xoxb-harness",
            "SLACK_CHANNEL", "C0000000OPS",
            "SLACK_TIMEOUT_MS", "700",
            "SLACK_RATE_PER_SECOND", "1000",
            "SLACK_BURST", "1000");

    private static final Map<String, String> WEBHOOK = Map.of(
            "SLACK_TIMEOUT_MS", "700",
            "SLACK_RATE_PER_SECOND", "1000",
            "SLACK_BURST", "1000");

    private static final Map<String, String> JIRA = Map.of(
            "JIRA_EMAIL", "harness@secplat.example.org",
            "JIRA_API_TOKEN", "harness",
            "JIRA_PROJECT_KEY", "SEC",
            "JIRA_TIMEOUT_MS", "700",
            "JIRA_RATE_PER_SECOND", "1000",
            "JIRA_BURST", "1000");

    private static final Map<String, String> TWILIO = Map.of(
            "TWILIO_ACCOUNT_SID", "ACharness",
            "TWILIO_AUTH_TOKEN", "harness",
            "TWILIO_SMS_FROM", "+14155550123",
            "SMS_ALERT_TO", "+4917699995822",
            "TWILIO_TIMEOUT_MS", "700",
            "TWILIO_RATE_PER_SECOND", "1000",
            "TWILIO_BURST", "1000");

    /** In the order of CHANNELS; an IllegalArgumentException names one that is not known. */
    public List<Channel> all() {
        return Stream.of(environment.getOrDefault("CHANNELS", "slack").split(","))
                .flatMap(name -> channel(name).stream())
                .toList();
    }

    /** Each of these channels hears of everything, Jira too. */
    static RoutePlan plan(List<Channel> channels) {
        Route route = new Route(
                "all", Match.EVERYTHING, channels.stream().map(Channel::name).toList(), false);
        return new RoutePlan(List.of(route), List.of());
    }

    private Optional<Channel> channel(String name) {
        return switch (name) {
            case "slack" -> SlackChannels.of(config(SLACK, "SLACK_API_URL"), new GuardedSlackCall(), clock);
            case "webhook" -> SlackChannels.of(config(WEBHOOK, "SLACK_WEBHOOK_URL"), new GuardedSlackCall(), clock);
            case "jira" -> JiraChannels.of(config(JIRA, "JIRA_BASE_URL"), new GuardedJiraCall(), clock);
            case "sms" ->
                TwilioChannels.of(config(TWILIO, "TWILIO_API_URL"), new GuardedTwilioCall(), clock).stream()
                        .findFirst();
            default -> throw new IllegalArgumentException("CHANNELS knows slack, jira, sms and webhook, not " + name);
        };
    }

    private GivenConfig config(Map<String, String> preset, String address) {
        Map<String, String> values = new HashMap<>(preset);
        values.replaceAll(environment::getOrDefault);
        values.put(address, environment.getOrDefault(address, ""));
        return new GivenConfig(values);
    }
}
