package io.secplat.workers.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.runtime.GivenConfig;
import io.secplat.stream.ConsumerSettings;
import io.secplat.stream.RetryPolicy;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

class NotifyWiringTest {

    private static Config config(Map<String, String> values) {
        return new GivenConfig(values);
    }

    @Test
    void a_notifier_has_twenty_thousand_messages_in_hand_unless_it_is_told_otherwise() {
        assertThat(NotifyWiring.rules(config(Map.of()), RetryPolicy.DEFAULT).mostInHand())
                .isEqualTo(20_000);
        assertThat(NotifyWiring.settings(ConsumerSettings.DEFAULT, config(Map.of()))
                        .holdLimit())
                .isEqualTo(20_000);
    }

    @Test
    void what_is_in_hand_may_wait_in_memory() {
        Config seven = config(Map.of("NOTIFY_MOST_IN_HAND", "7"));
        assertThat(NotifyWiring.rules(seven, RetryPolicy.DEFAULT).mostInHand()).isEqualTo(7);
        assertThat(NotifyWiring.settings(ConsumerSettings.DEFAULT, seven).holdLimit())
                .isEqualTo(7);
    }

    @Test
    void a_notifier_without_room_is_refused_by_the_name_of_the_setting() {
        assertThatThrownBy(() -> NotifyWiring.rules(config(Map.of("NOTIFY_MOST_IN_HAND", "0")), RetryPolicy.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("NOTIFY_MOST_IN_HAND must be 1 or more, not 0");
    }
}
