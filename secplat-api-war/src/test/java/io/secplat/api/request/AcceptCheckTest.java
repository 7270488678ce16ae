package io.secplat.api.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptCheckTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "0.5", "1.000"})
    void a_number_from_0_to_1_is_a_weight(String text) {
        assertThat(AcceptCheck.isWeight(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "-1", "1.1", "NaN", "1e9"})
    void anything_else_is_none(String text) {
        assertThat(AcceptCheck.isWeight(text)).isFalse();
    }
}
