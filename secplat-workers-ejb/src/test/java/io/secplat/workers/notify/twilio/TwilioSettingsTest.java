package io.secplat.workers.notify.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.runtime.GivenConfig;
import io.secplat.workers.notify.channel.Channel;
import io.secplat.workers.notify.channel.ChannelName;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioSettingsTest {

    private static final Map<String, String> WHATSAPP = Map.of(
            "TWILIO_ACCOUNT_SID", FakeTwilio.SID,
            "TWILIO_AUTH_TOKEN", FakeTwilio.TOKEN,
            "TWILIO_WHATSAPP_FROM", FakeTwilio.WHATSAPP_FROM,
            "WHATSAPP_ALERT_TO", FakeTwilio.WHATSAPP_TO);

    private static TwilioSettings settings(Map<String, String> values) {
        return TwilioSettings.of(new GivenConfig(values)).orElseThrow();
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> changed = new HashMap<>(WHATSAPP);
        changed.put(name, value);
        return changed;
    }

    @Test
    void nothing_set_is_no_channel() {
        assertThat(TwilioChannels.of(new GivenConfig(Map.of()), new GuardedTwilioCall(), Clock.systemUTC()))
                .isEmpty();
        assertThat(TwilioSettings.of(new GivenConfig(Map.of("TWILIO_ACCOUNT_SID", " "))))
                .isEmpty();
    }

    @Test
    void the_rest_has_presets() {
        TwilioSettings settings = settings(WHATSAPP);

        assertThat(settings.apiUrl()).isEqualTo(URI.create("https://api.twilio.com"));
        assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(15));
        assertThat(settings.rate().perSecond()).isEqualTo(1);
        assertThat(settings.rate().burst()).isEqualTo(3);
        assertThat(settings.smsSegments()).isEqualTo(3);
        assertThat(settings.routes()).singleElement().satisfies(route -> {
            assertThat(route.channel()).isEqualTo(ChannelName.WHATSAPP);
            assertThat(route.from().wire()).isEqualTo("whatsapp:" + FakeTwilio.WHATSAPP_FROM);
            assertThat(route.to().wire()).isEqualTo("whatsapp:" + FakeTwilio.WHATSAPP_TO);
        });
    }

    @Test
    void each_can_be_set() {
        Map<String, String> values = with("TWILIO_API_URL", "http://127.0.0.1:9025/");
        values.putAll(Map.of(
                "TWILIO_TIMEOUT_MS", "900",
                "TWILIO_RATE_PER_SECOND", "0.5",
                "TWILIO_BURST", "9",
                "SMS_MAX_SEGMENTS", "5",
                "WHATSAPP_ALERT_TO", "whatsapp:" + FakeTwilio.WHATSAPP_TO));
        TwilioSettings settings = settings(values);

        assertThat(settings.apiUrl()).isEqualTo(URI.create("http://127.0.0.1:9025"));
        assertThat(settings.timeout()).isEqualTo(Duration.ofMillis(900));
        assertThat(settings.rate().perSecond()).isEqualTo(0.5);
        assertThat(settings.rate().burst()).isEqualTo(9);
        assertThat(settings.smsSegments()).isEqualTo(5);
        assertThat(settings.routes().get(0).to().wire()).isEqualTo("whatsapp:" + FakeTwilio.WHATSAPP_TO);
    }

    @Test
    void sms_may_stand_alone_and_its_sender_may_be_a_name() {
        List<Channel> channels = TwilioChannels.of(
                new GivenConfig(Map.of(
                        "TWILIO_ACCOUNT_SID", FakeTwilio.SID,
                        "TWILIO_AUTH_TOKEN", FakeTwilio.TOKEN,
                        "TWILIO_SMS_FROM", "SecPlat",
                        "SMS_ALERT_TO", FakeTwilio.SMS_TO)),
                new GuardedTwilioCall(),
                Clock.systemUTC());

        assertThat(channels).extracting(Channel::name).containsExactly(ChannelName.SMS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "TWILIO_WHATSAPP_FROM", "WHATSAPP_ALERT_TO"})
    void half_of_it_names_what_is_missing(String missing) {
        Map<String, String> values = new HashMap<>(WHATSAPP);
        values.remove(missing);

        assertThatThrownBy(() -> settings(values))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(missing + " not set");
    }

    @Test
    void an_account_without_anybody_to_tell_is_told() {
        assertThatThrownBy(() ->
                        settings(Map.of("TWILIO_ACCOUNT_SID", FakeTwilio.SID, "TWILIO_AUTH_TOKEN", FakeTwilio.TOKEN)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("TWILIO_WHATSAPP_FROM");
    }

    @Test
    void somebody_to_tell_without_an_account_is_told() {
        assertThatThrownBy(() ->
                        settings(Map.of("TWILIO_SMS_FROM", FakeTwilio.SMS_FROM, "SMS_ALERT_TO", FakeTwilio.SMS_TO)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("TWILIO_ACCOUNT_SID is not set");
    }

    @ParameterizedTest
    @CsvSource({
        "WHATSAPP_ALERT_TO, 015112344711",
        "WHATSAPP_ALERT_TO, +49 151 1234471",
        "TWILIO_WHATSAPP_FROM, SecPlat",
        "TWILIO_ACCOUNT_SID, ../x9876543",
        "TWILIO_API_URL, api.twilio.com",
        "TWILIO_API_URL, https://user:hush@twilio.example.org",
        "TWILIO_TIMEOUT_MS, 99000001",
        "TWILIO_TIMEOUT_MS, 1.5",
        "TWILIO_RATE_PER_SECOND, fast",
        "TWILIO_BURST, 0.25",
        "SMS_MAX_SEGMENTS, 77"
    })
    void a_setting_that_is_wrong_is_named_and_not_shown(String name, String value) {
        assertThatThrownBy(() -> settings(with(name, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(name)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(value));
    }
}
