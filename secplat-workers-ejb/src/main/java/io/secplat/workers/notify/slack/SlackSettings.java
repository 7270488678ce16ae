package io.secplat.workers.notify.slack;

import io.secplat.runtime.setting.KnownSettings;
import io.secplat.workers.notify.channel.Rate;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/**
 * How Slack is reached. Both secrets stay out of {@code toString} and of every message.
 *
 * @param bot the bot, when it is set; it wins over the webhook
 * @param webhookUrl {@code SLACK_WEBHOOK_URL} as it was set
 * @param timeout {@code SLACK_TIMEOUT_MS}: how long one call may take, 100 ms to 60 s
 * @param rate {@code SLACK_RATE_PER_SECOND} and {@code SLACK_BURST}
 */
public record SlackSettings(Optional<Bot> bot, Optional<String> webhookUrl, Duration timeout, Rate rate) {

    /**
     * The bot and where it posts.
     *
     * @param token {@code SLACK_BOT_TOKEN}
     * @param channel {@code SLACK_CHANNEL}: a name such as {@code #ops}, or an id such as {@code C0123456789}
     * @param api {@code SLACK_API_URL}, ends in a slash
     */
    public record Bot(String token, String channel, URI api) {

        public Bot {
            check(token.matches("[\\x21-\\x7e]+"), "SLACK_BOT_TOKEN must be one word of printable ASCII characters");
            check(
                    channel.matches("#[^\\s#<>&,@]{1,80}|[CGD][A-Z0-9]{6,30}"),
                    "SLACK_CHANNEL must be a name such as #ops or an id such as C0123456789");
        }

        @Override
        public String toString() {
            return "Bot[channel=" + channel + "]";
        }
    }

    /** An IllegalArgumentException names the setting that is missing or wrong. */
    public static SlackSettings from(Config config) {
        long timeout = number(config, "SLACK_TIMEOUT_MS", Long::valueOf);
        double perSecond = number(config, "SLACK_RATE_PER_SECOND", Double::valueOf);
        int burst = number(config, "SLACK_BURST", Integer::valueOf);
        check(timeout >= 100 && timeout <= 60_000, "SLACK_TIMEOUT_MS must be from 100 to 60000");
        check(perSecond > 0 && perSecond <= 1_000, "SLACK_RATE_PER_SECOND must be more than 0 and at most 1000");
        check(burst >= 1 && burst <= 1_000, "SLACK_BURST must be from 1 to 1000");
        return new SlackSettings(
                bot(config), text(config, "SLACK_WEBHOOK_URL"), Duration.ofMillis(timeout), new Rate(perSecond, burst));
    }

    private static Optional<Bot> bot(Config config) {
        Optional<String> token = text(config, "SLACK_BOT_TOKEN");
        Optional<String> channel = text(config, "SLACK_CHANNEL");
        check(token.isEmpty() || channel.isPresent(), "SLACK_CHANNEL is needed together with SLACK_BOT_TOKEN");
        check(channel.isEmpty() || token.isPresent(), "SLACK_BOT_TOKEN is needed together with SLACK_CHANNEL");
        URI api = api(textOrUsual(config, "SLACK_API_URL"));
        return token.map(given -> new Bot(given, channel.orElseThrow(), api));
    }

    private static URI api(String url) {
        try {
            URI uri = new URI(url.endsWith("/") ? url : url + "/");
            boolean usable = uri.getHost() != null
                    && String.valueOf(uri.getScheme()).matches("https?")
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null
                    && uri.getFragment() == null;
            check(usable, "SLACK_API_URL must be an http or https URL without user, query and fragment");
            return uri;
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("SLACK_API_URL must be a URL");
        }
    }

    private static <T extends Number> T number(Config config, String name, Function<String, T> convert) {
        try {
            return convert.apply(textOrUsual(config, name));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be a number");
        }
    }

    private static String textOrUsual(Config config, String name) {
        return text(config, name).orElseGet(() -> KnownSettings.usual(name));
    }

    private static Optional<String> text(Config config, String name) {
        return config.getOptionalValue(name, String.class).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    @Override
    public String toString() {
        return "SlackSettings[bot=" + bot.isPresent() + ", webhook=" + webhookUrl.isPresent() + ", timeout=" + timeout
                + ", rate=" + rate + "]";
    }
}
