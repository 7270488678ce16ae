package io.secplat.api.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EffectiveSeverityTest {

    @Test
    void every_term_of_an_important_asset_in_trouble_adds_up() {
        EffectiveSeverity severity = EffectiveSeverity.of(new EffectiveSeverity.Basis("high", 99, 6, 1, false));

        assertThat(severity.score()).isEqualTo(84);
        assertThat(severity.level()).isEqualTo("high");
        assertThat(severity.drivers())
                .extracting(EffectiveSeverity.Driver::delta)
                .containsExactly(10, 10, 8, 6);
    }

    @Test
    void a_quiet_unimportant_asset_is_low() {
        EffectiveSeverity severity = EffectiveSeverity.of(new EffectiveSeverity.Basis("low", null, 0, 0, true));

        assertThat(severity.score()).isEqualTo(30);
        assertThat(severity.level()).isEqualTo("low");
    }
}
