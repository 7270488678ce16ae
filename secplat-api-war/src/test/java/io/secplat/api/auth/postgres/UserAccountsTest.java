package io.secplat.api.auth.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.api.auth.Client;
import io.secplat.api.auth.RefreshToken;
import io.secplat.api.auth.User;
import io.secplat.api.auth.UserAccount;
import io.secplat.api.auth.UserAccounts.Changed;
import io.secplat.api.auth.UserChange;
import io.secplat.api.postgres.Database;
import io.secplat.api.postgres.Rows;
import io.secplat.api.postgres.TestDatabase;
import io.secplat.api.request.AccessRole;
import io.secplat.api.request.Caller;
import io.secplat.runtime.MovingClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UserAccountsTest {

    private static final Caller ADMIN = new Caller("root", AccessRole.ADMIN, "web-7Qd2");
    private static final Client CLIENT = new Client("127.0.0.1", "test", "web-7Qd2");

    private final Database database = TestDatabase.fresh();
    private final Rows rows = new Rows(database);
    private final MovingClock clock = new MovingClock();
    private final PostgresUserAccounts accounts = new PostgresUserAccounts(database, clock);

    @BeforeEach
    void root() {
        assertThat(accounts.create(new User("root", AccessRole.ADMIN, "hash", false), ADMIN))
                .isPresent();
    }

    @Test
    void a_name_is_taken_once() {
        assertThat(accounts.create(viewer("mira"), ADMIN))
                .map(UserAccount::role)
                .contains(AccessRole.VIEWER);
        assertThat(accounts.create(viewer("mira"), ADMIN)).isEmpty();
        assertThat(rows.audited()).containsExactly("user.create", "user.create");
    }

    @Test
    void pages_go_by_name_to_the_end() {
        List.of("ada", "zoe", "mira").forEach(name -> assertThat(accounts.create(viewer(name), ADMIN))
                .isPresent());
        assertThat(names(accounts.page(2, Optional.empty()))).containsExactly("ada", "mira");
        assertThat(names(accounts.page(2, Optional.of("mira")))).containsExactly("root", "zoe");
        assertThat(accounts.page(2, Optional.of("zoe"))).isEmpty();
    }

    @Test
    void each_change_has_its_own_row_in_the_audit_with_the_calls_request_id() {
        assertThat(accounts.create(viewer("mira"), ADMIN)).isPresent();
        change("mira", update(AccessRole.ANALYST));
        change("mira", flag("user.disable", true));
        change("mira", flag("user.enable", false));
        change("mira", reset("other"));
        assertThat(rows.audited())
                .containsExactly(
                        "user.create",
                        "user.create",
                        "user.update",
                        "user.disable",
                        "user.enable",
                        "user.reset_password");
        assertThat(rows.ask("SELECT DISTINCT request_id FROM audit_events", String.class))
                .containsExactly("web-7Qd2");
        assertThat(rows.ask("SELECT details::text FROM audit_events", String.class))
                .noneMatch(details -> details.contains("hash") || details.contains("other"));
    }

    @Test
    void disabling_ends_the_sessions_and_the_tokens() {
        assertThat(accounts.create(viewer("mira"), ADMIN)).isPresent();
        signIn("mira");
        signIn("root");
        assertThat(change("mira", flag("user.disable", true)).disabled()).isTrue();
        assertThat(rows.ask("SELECT username FROM auth_refresh_tokens WHERE revoked_reason = 'revoked'", String.class))
                .containsExactly("mira");
        assertThat(rows.one("SELECT tokens_valid_after FROM users WHERE username = 'mira'", java.time.Instant.class))
                .isEqualTo(clock.instant());
    }

    @Test
    void a_reset_changes_the_password_ends_sessions_and_lets_in_again() {
        assertThat(accounts.create(new User("mira", AccessRole.VIEWER, null, true), ADMIN))
                .isPresent();
        signIn("mira");
        UserAccount after = change("mira", reset("new-hash"));
        assertThat(after.disabled()).isFalse();
        assertThat(after.passwordConfigured()).isTrue();
        assertThat(rows.one("SELECT password_hash FROM users WHERE username = 'mira'", String.class))
                .isEqualTo("new-hash");
        assertThat(rows.ask("SELECT revoked_reason FROM auth_refresh_tokens", String.class))
                .containsExactly("revoked");
    }

    @Test
    void a_new_role_leaves_sessions_alone() {
        assertThat(accounts.create(viewer("mira"), ADMIN)).isPresent();
        signIn("mira");
        assertThat(change("mira", update(AccessRole.ANALYST)).role()).isEqualTo(AccessRole.ANALYST);
        assertThat(rows.ask("SELECT id FROM auth_refresh_tokens WHERE revoked_at IS NULL", Long.class))
                .hasSize(1);
    }

    @Test
    void who_is_not_there_cannot_be_changed() {
        assertThat(accounts.change("nobody", flag("user.disable", true), ADMIN)).isInstanceOf(Changed.Unknown.class);
        assertThat(rows.audited()).containsExactly("user.create");
    }

    @Test
    void the_last_enabled_admin_stays_one() {
        assertThat(accounts.create(new User("spare", AccessRole.ADMIN, "hash", true), ADMIN))
                .isPresent();
        assertThat(accounts.change("root", flag("user.disable", true), ADMIN)).isInstanceOf(Changed.LastAdmin.class);
        assertThat(accounts.change("root", update(AccessRole.ANALYST), ADMIN)).isInstanceOf(Changed.LastAdmin.class);
        change("spare", flag("user.enable", false));
        assertThat(change("root", update(AccessRole.ANALYST)).role()).isEqualTo(AccessRole.ANALYST);
    }

    @Test
    void two_admins_who_disable_each_other_at_the_same_time_do_not_both_succeed() throws Exception {
        assertThat(accounts.create(new User("boss", AccessRole.ADMIN, "hash", false), ADMIN))
                .isPresent();
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 20; round++) {
                CyclicBarrier start = new CyclicBarrier(2);
                List<Future<Changed>> outcomes =
                        both.invokeAll(List.of(disable("boss", start), disable("root", start)));
                assertThat(List.of(outcomes.get(0).get(), outcomes.get(1).get()))
                        .hasAtLeastOneElementOfType(Changed.LastAdmin.class)
                        .hasAtLeastOneElementOfType(Changed.To.class);
                rows.run("UPDATE users SET disabled = false");
            }
        } finally {
            both.shutdownNow();
        }
    }

    private Callable<Changed> disable(String name, CyclicBarrier start) {
        return () -> {
            int unused = start.await();
            return accounts.change(name, flag("user.disable", true), ADMIN);
        };
    }

    private UserAccount change(String name, UserChange change) {
        return ((Changed.To) accounts.change(name, change, ADMIN)).account();
    }

    private void signIn(String name) {
        RefreshToken token = new RefreshToken(
                name + UUID.randomUUID(), clock.instant(), clock.instant().plus(Duration.ofDays(1)));
        new PostgresSessions(database).begin(viewer(name), UUID.randomUUID(), token, CLIENT);
    }

    private static UserChange update(AccessRole role) {
        return new UserChange("user.update", Optional.of(role), Optional.empty(), Optional.empty());
    }

    private static UserChange flag(String action, boolean disabled) {
        return new UserChange(action, Optional.empty(), Optional.of(disabled), Optional.empty());
    }

    private static UserChange reset(String hash) {
        return new UserChange("user.reset_password", Optional.empty(), Optional.of(false), Optional.of(hash));
    }

    private static User viewer(String name) {
        return new User(name, AccessRole.VIEWER, "hash", false);
    }

    private static List<String> names(List<UserAccount> page) {
        return page.stream().map(UserAccount::userName).toList();
    }
}
