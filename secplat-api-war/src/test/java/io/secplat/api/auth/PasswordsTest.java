package io.secplat.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
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

    @Test
    void every_comparison_costs_one_derivation_whether_there_is_a_hash_or_not() {
        AtomicInteger derived = new AtomicInteger();
        Passwords counted = new Passwords(byte[]::new, 1_000, (algorithm, password, salt, iterations, bytes) -> {
            derived.addAndGet(iterations);
            return password.getBytes(StandardCharsets.UTF_8);
        });
        String hash = counted.hash("right");
        for (String known : Arrays.asList(hash, null, "garbage")) {
            derived.set(0);
            boolean unused = counted.matches("wrong", known);
            assertThat(derived).hasValue(1_000);
        }
    }
}
