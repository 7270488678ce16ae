package io.secplat.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.contracts.model.Severity;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationTest {

    private static final Notification PLAIN = new Notification(
            "asset.down", "k", "t", "b", Severity.HIGH, List.of("billing-web"), null, null, List.of(), null);

    @Test
    void an_old_message_says_nothing_of_tags_environments_and_escalation() {
        Notification old = Notification.from(new EventFields(Golden.fields("notify.requested.notification")));

        assertThat(old.assetTags()).isEmpty();
        assertThat(old.environments()).isEmpty();
        assertThat(old.escalation()).isZero();
    }

    @Test
    void what_there_is_nothing_to_say_of_is_not_written() {
        assertThat(PLAIN.payload()).doesNotContainKeys("asset_tags", "environments", "escalation", "channels", "jira");
    }

    @Test
    void tags_environments_and_escalation_are_read_back() {
        Notification told = new Notification(
                "asset.down",
                "k",
                "t",
                "b",
                Severity.HIGH,
                List.of("billing-web"),
                7,
                "https://secplat.example.org/assets/billing-web",
                List.of("slack"),
                JsonObject.EMPTY_JSON_OBJECT,
                List.of("pci"),
                List.of("prod"),
                2);
        Map<String, String> fields = EnvelopeCodec.encode(Envelope.of("e", told, Instant.EPOCH, "r"));

        assertThat(fields)
                .containsEntry("asset_tags", "[\"pci\"]")
                .containsEntry("environments", "[\"prod\"]")
                .containsEntry("escalation", "2");
        assertThat(Notification.from(new EventFields(fields))).isEqualTo(told);
    }

    @Test
    void tags_and_environments_of_several_assets_are_told_once_each() {
        Notification about = PLAIN.about(Stream.of("web", "pci", "web"), Stream.of("prod", "prod"));

        assertThat(about.assetTags()).containsExactly("pci", "web");
        assertThat(about.environments()).containsExactly("prod");
        assertThat(about.about(Stream.of(), Stream.of())).isEqualTo(PLAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1.5", "99999999999", "[1]"})
    void an_escalation_that_is_no_count_is_none(String text) {
        Map<String, String> fields = new HashMap<>(Golden.fields("notify.requested.notification"));
        fields.put("escalation", text);

        assertThat(Notification.from(new EventFields(fields)).escalation()).isZero();
    }

    @Test
    void tags_by_hand_need_no_quotes() {
        Map<String, String> fields = new HashMap<>(Golden.fields("notify.requested.notification"));
        fields.put("asset_tags", "[pci, web]");
        fields.put("environments", "prod");

        Notification told = Notification.from(new EventFields(fields));

        assertThat(told.assetTags()).containsExactly("pci", "web");
        assertThat(told.environments()).containsExactly("prod");
    }

    @Test
    void nothing_is_told_less_than_once() {
        assertThatThrownBy(() -> new Notification(
                        "k",
                        "k",
                        "t",
                        "b",
                        Severity.LOW,
                        List.of(),
                        null,
                        null,
                        List.of(),
                        null,
                        List.of(),
                        List.of(),
                        -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("escalation must not be negative, was -1");
    }
}
