package io.secplat.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords(byte[]::new, 1_000);

    @Test
    void only_the_right_password_matches_its_hash() {
        String hash = passwords.hash("correct horse");
        assertThat(passwords.matches("correct horse", hash)).isTrue();
        assertThat(passwords.matches("correct Horse", hash)).isFalse();
    }

    @Test
    void nothing_matches_where_there_is_no_hash() {
        assertThat(passwords.matches("nobody", null)).isFalse();
        assertThat(passwords.matches("x", "garbage")).isFalse();
    }

    @Test
    void a_hash_names_its_algorithm_and_cost_and_not_the_password() {
        assertThat(passwords.hash("correct horse"))
                .startsWith("PBKDF2WithHmacSHA512:1000:")
                .doesNotContain("horse");
    }
}
