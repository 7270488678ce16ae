package io.secplat.workers.notify.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.secplat.runtime.GivenConfig;
import io.secplat.workers.notify.channel.Channel;
import io.secplat.workers.notify.channel.Rate;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackSettingsTest {

    private static final String HOOK = "https://hooks.example.org/services/" + FakeSlack.SECRET;
    private static final Map<String, String> BOT =
            Map.of("SLACK_BOT_TOKEN", FakeSlackApi.TOKEN, "SLACK_CHANNEL", "#ops");

    private static SlackSettings settings(Map<String, String> values) {
        return SlackSettings.from(new GivenConfig(values));
    }

    private static Optional<Channel> channel(Map<String, String> values) {
        return SlackChannels.of(new GivenConfig(values), new GuardedSlackCall(), Clock.systemUTC());
    }

    private static Map<String, String> botWith(String name, String value) {
        Map<String, String> settings = new HashMap<>(BOT);
        settings.put(name, value);
        return settings;
    }

    @Test
    void without_settings_there_is_no_slack() {
        assertThat(channel(Map.of())).isEmpty();
        assertThat(channel(Map.of("SLACK_WEBHOOK_URL", " ", "SLACK_BOT_TOKEN", "")))
                .isEmpty();
    }

    @Test
    void a_webhook_alone_is_used() {
        assertThat(channel(Map.of("SLACK_WEBHOOK_URL", HOOK)).map(Channel::recipient))
                .contains("slack:webhook");
        assertThat(channel(Map.of("SLACK_WEBHOOK_URL", HOOK)).map(Channel::rate))
                .contains(new Rate(1, 5));
    }

    @Test
    void the_bot_wins_over_the_webhook() {
        assertThat(channel(botWith("SLACK_WEBHOOK_URL", HOOK)).map(Channel::recipient))
                .contains("slack:#ops");
    }

    @Test
    void defaults_are_slacks_own() {
        SlackSettings settings = settings(BOT);

        assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.rate()).isEqualTo(new Rate(1, 5));
        assertThat(settings.bot().map(SlackSettings.Bot::api)).contains(URI.create("https://slack.com/api/"));
    }

    @Test
    void the_address_of_the_api_ends_in_a_slash() {
        assertThat(settings(botWith("SLACK_API_URL", "http://127.0.0.1:9025/slack/api"))
                        .bot()
                        .map(SlackSettings.Bot::api))
                .contains(URI.create("http://127.0.0.1:9025/slack/api/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SLACK_BOT_TOKEN", "SLACK_CHANNEL"})
    void half_a_bot_is_refused(String alone) {
        String value = String.valueOf(BOT.get(alone));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> channel(Map.of(alone, value, "SLACK_WEBHOOK_URL", HOOK)))
                .withMessageContaining("SLACK_BOT_TOKEN")
                .withMessageContaining("SLACK_CHANNEL")
                .withMessageNotContaining(FakeSlackApi.TOKEN);
    }

    @ParameterizedTest
    @CsvSource({
        "SLACK_CHANNEL,ops",
        "SLACK_CHANNEL,#",
        "SLACK_CHANNEL,#two words",
        "SLACK_CHANNEL,U0123456789",
        "SLACK_BOT_TOKEN,xoxb verysecret",
        "SLACK_BOT_TOKEN,xoxb-verysecrét",
        "SLACK_API_URL,slack.com/api",
        "SLACK_API_URL,ftp://slack.com/api",
        "SLACK_API_URL,https://verysecret@slack.com/api",
        "SLACK_API_URL,https://slack.com/api?token=verysecret",
        "SLACK_API_URL,https://verysecret slack.com/",
        "SLACK_TIMEOUT_MS,99",
        "SLACK_TIMEOUT_MS,60001",
        "SLACK_TIMEOUT_MS,10s",
        "SLACK_RATE_PER_SECOND,0",
        "SLACK_RATE_PER_SECOND,NaN",
        "SLACK_RATE_PER_SECOND,fast",
        "SLACK_BURST,0",
        "SLACK_BURST,1.5"
    })
    void a_wrong_setting_is_named_and_not_shown(String name, String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> channel(botWith(name, value)))
                .withMessageStartingWith(name)
                .withMessageNotContaining("verysecr")
                .withNoCause();
    }

    @Test
    void a_webhook_that_is_no_url_is_named_and_not_shown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> channel(Map.of("SLACK_WEBHOOK_URL", "hooks/" + FakeSlack.SECRET)))
                .withMessageStartingWith("SLACK_WEBHOOK_URL")
                .withMessageNotContaining(FakeSlack.SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#ops", "#ops-1_x.y", "#größe", "C0123456789", "G0123456789", "D0123456789"})
    void names_and_ids_are_channels(String channel) {
        assertThat(channel(botWith("SLACK_CHANNEL", channel)).map(Channel::recipient))
                .contains("slack:" + channel);
    }
}
