package io.secplat.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "Password1!",
                "PASSW0RD",
                "changeme",
                "change-me",
                "change_me_123",
                "admin123",
                "secplat!!!",
                "secplat2026",
                "12345678",
                "aaaaaaaa",
                "mira-lopez",
                "Mira-Lopez1",
                "scanner-service",
                "letmein99"
            })
    void what_everybody_tries_first_is_refused(String password) {
        assertThat(PasswordRule.objection("mira-lopez", password))
                .isPresent()
                .get()
                .asString()
                .doesNotContain(password);
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse", "container-Passw0rd", "tr0mbone-Weather", "xK4!pq9zLw"})
    void others_may_be_chosen(String password) {
        assertThat(PasswordRule.objection("mira-lopez", password)).isEmpty();
    }

    @Test
    void seven_characters_are_too_few_and_1025_too_many() {
        assertThat(PasswordRule.objection("mira", "xK4!pq9")).contains("must have at least 8 characters");
        assertThat(PasswordRule.objection("mira", "xK4!pq9z")).isEmpty();
        assertThat(PasswordRule.objection("mira", "ab".repeat(512))).isEmpty();
        assertThat(PasswordRule.objection("mira", "ab".repeat(513))).contains("must have at most 1024 characters");
    }
}
