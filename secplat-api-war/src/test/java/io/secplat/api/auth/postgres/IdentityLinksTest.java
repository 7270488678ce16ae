package io.secplat.api.auth.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.api.auth.ProvenIdentity;
import io.secplat.api.auth.User;
import io.secplat.api.postgres.Database;
import io.secplat.api.postgres.Rows;
import io.secplat.api.postgres.TestDatabase;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdentityLinksTest {

    private final Database database = TestDatabase.fresh();
    private final Rows rows = new Rows(database);
    private final PostgresIdentityLinks links = new PostgresIdentityLinks(database);

    @BeforeEach
    void users() {
        rows.run("INSERT INTO users (username) VALUES ('mira'), ('mira@example.org'), ('other')");
        rows.run("INSERT INTO users (username, disabled) VALUES ('gone', true)");
    }

    @Test
    void the_first_time_the_whole_name_decides() {
        assertThat(userOf("s1", "mira@example.org")).contains("mira@example.org");
        assertThat(userOf("s2", "mira")).contains("mira");
        assertThat(userOf("s3", "MIRA")).isEmpty();
        assertThat(userOf("s3", "other@example.org")).isEmpty();
    }

    @Test
    void from_then_on_issuer_and_subject_decide_whatever_the_name() {
        assertThat(userOf("s1", "mira")).contains("mira");
        assertThat(userOf("s1", "other")).contains("mira");
    }

    @Test
    void a_second_subject_cannot_take_the_name_over() {
        assertThat(userOf("s1", "mira")).contains("mira");
        assertThat(userOf("s2", "mira")).isEmpty();
    }

    @Test
    void another_issuer_may_know_the_same_user() {
        assertThat(userOf("s1", "mira")).contains("mira");
        assertThat(links.user(identity("https://second.example.org", "s1"), "mira")
                        .map(User::userName))
                .contains("mira");
    }

    @Test
    void a_disabled_user_is_not_let_in_and_not_linked() {
        assertThat(userOf("s1", "gone")).isEmpty();
        assertThat(userOf("s2", "mira")).contains("mira");
        rows.run("UPDATE users SET disabled = true WHERE username = 'mira'");
        assertThat(userOf("s2", "mira")).isEmpty();
        assertThat(rows.ask("SELECT subject FROM oidc_identities", String.class))
                .containsExactly("s2");
    }

    private Optional<String> userOf(String subject, String name) {
        return links.user(identity("https://id.example.org", subject), name).map(User::userName);
    }

    private static ProvenIdentity identity(String issuer, String subject) {
        return new ProvenIdentity(issuer, subject, Optional.empty(), Optional.empty());
    }
}
