package io.secplat.contracts.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssetKeyTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "billing-web", "10.0.0.1:8443", "A_b.c-D:9"})
    void accepts_the_shape_of_the_contract(String key) {
        assertThat(new AssetKey(key)).hasToString(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a b", "ä", "a/b", "a\n"})
    void refuses_anything_else_and_says_what_it_was(String key) {
        assertThatThrownBy(() -> new AssetKey(key)).hasMessageContaining("asset key must match");
    }

    @Test
    void has_at_most_128_characters() {
        assertThat(AssetKey.isValid("a".repeat(128))).isTrue();
        assertThat(AssetKey.isValid("a".repeat(129))).isFalse();
    }
}
