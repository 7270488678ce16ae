package io.secplat.workers.notify.slack;

import io.secplat.workers.notify.channel.Channel;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Chooses the way to Slack that this installation has: the bot, else the webhook, else none. */
public final class SlackChannels {

    private SlackChannels() {}

    /** An IllegalArgumentException names the setting that is missing or wrong, and shows no secret. */
    public static Optional<Channel> of(Config config, GuardedSlackCall call, Clock clock) {
        SlackSettings settings = SlackSettings.from(config);
        return settings.bot()
                .<Channel>map(bot -> new SlackBotChannel(bot, settings, call, clock))
                .or(() -> settings.webhookUrl().map(url -> webhook(url, settings, call, clock)));
    }

    private static Channel webhook(String url, SlackSettings settings, GuardedSlackCall call, Clock clock) {
        SlackWebhook webhook = SlackWebhook.at(url, settings.timeout())
                .orElseThrow(() -> new IllegalArgumentException("SLACK_WEBHOOK_URL must be an http or https URL"));
        return new SlackChannel(webhook, settings.rate(), call, clock);
    }
}
