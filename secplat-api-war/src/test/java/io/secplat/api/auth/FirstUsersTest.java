package io.secplat.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.api.auth.FirstUsers.Account;
import io.secplat.api.request.AccessRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FirstUsersTest {

    private final Passwords passwords = new Passwords(byte[]::new, 1_000);
    private final List<String> announced = new ArrayList<>();
    private final FewUsers users = new FewUsers();

    @Test
    void a_generated_password_is_told_once_and_works() {
        step(Optional.empty()).run();
        step(Optional.empty()).run();
        assertThat(announced).singleElement().asString().contains("\"admin\"").contains("generated-20");
        assertThat(passwords.matches("generated-20", users.all.get(0).passwordHash()))
                .isTrue();
    }

    @Test
    void a_given_password_is_not_told() {
        step(Optional.of("chosen")).run();
        assertThat(announced).isEmpty();
        assertThat(passwords.matches("chosen", users.all.get(0).passwordHash())).isTrue();
    }

    @Test
    void a_service_without_a_password_cannot_sign_in() {
        step(Optional.empty()).run();
        assertThat(users.all)
                .extracting(User::userName, User::role, user -> user.passwordHash() != null)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("admin", AccessRole.ADMIN, true),
                        org.assertj.core.groups.Tuple.tuple("scanner-service", AccessRole.ANALYST, true),
                        org.assertj.core.groups.Tuple.tuple("ingestion-service", AccessRole.ANALYST, false));
    }

    private FirstUsers step(Optional<String> adminPassword) {
        return new FirstUsers(
                users,
                passwords,
                length -> "generated-" + length,
                new Account("admin", adminPassword),
                List.of(
                        new Account("scanner-service", Optional.of("s")),
                        new Account("ingestion-service", Optional.empty())),
                announced::add);
    }

    private static final class FewUsers implements Users {
        private List<User> all = List.of();

        @Override
        public Optional<User> find(String userName) {
            return all.stream().filter(user -> user.userName().equals(userName)).findFirst();
        }

        @Override
        public boolean createFirst(List<User> first) {
            boolean empty = all.isEmpty();
            all = empty ? first : all;
            return empty;
        }
    }
}
