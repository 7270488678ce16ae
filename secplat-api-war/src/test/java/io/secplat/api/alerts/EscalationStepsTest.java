package io.secplat.api.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EscalationStepsTest {

    @Test
    void minutes_are_read_from_a_comma_list() {
        EscalationSteps steps = EscalationSteps.of(Optional.of(" 15, 30,10080"));

        assertThat(steps.minutes()).containsExactly(15, 30, 10_080);
        assertThat(steps.after(2)).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void nothing_is_told_again_without_the_setting() {
        assertThat(EscalationSteps.of(Optional.empty()).minutes()).isEmpty();
        assertThat(EscalationSteps.of(Optional.of(" ")).minutes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "10081", "15,15", "30,15", "15,,30", "soon", "1.5"})
    void what_are_no_growing_minutes_names_the_setting(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EscalationSteps.of(Optional.of(text)))
                .withMessageContaining("ALERT_ESCALATION_MINUTES");
    }
}
