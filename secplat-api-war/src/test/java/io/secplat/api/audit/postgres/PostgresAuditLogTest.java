package io.secplat.api.audit.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.api.audit.AuditEntry;
import io.secplat.api.audit.AuditLog;
import io.secplat.api.audit.AuditLog.Filter;
import io.secplat.api.audit.AuditLog.Listed;
import io.secplat.api.audit.AuditLog.Place;
import io.secplat.api.postgres.Database;
import io.secplat.api.postgres.TestDatabase;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PostgresAuditLogTest {

    private static final Filter ALL = new Filter(Optional.empty(), Optional.empty(), Optional.empty());

    private final Database database = TestDatabase.fresh();
    private final AuditLog log = new PostgresAuditLog(database);

    @Test
    void rows_come_newest_first_and_each_once_over_all_pages() {
        database.change(handle -> {
            for (int n = 0; n < 7; n++) {
                AuditTable.append(handle, entry("login", "u" + n % 2));
            }
        });
        List<Long> seen = new ArrayList<>();
        Optional<Place> after = Optional.empty();
        List<Listed> page = log.page(ALL, 3, after);
        while (!page.isEmpty()) {
            page.forEach(row -> seen.add(row.id()));
            Listed last = page.get(page.size() - 1);
            page = log.page(ALL, 3, Optional.of(new Place(last.at(), last.id())));
        }

        assertThat(seen).containsExactly(7L, 6L, 5L, 4L, 3L, 2L, 1L);
    }

    @Test
    void rows_are_found_by_user_action_and_time() {
        add("login", "mira");
        add("logout", "mira");
        add("login", "jo");
        Listed second = log.page(ALL, 10, Optional.empty()).get(1);

        assertThat(log.page(filter("mira", null), 10, Optional.empty())).hasSize(2);
        assertThat(log.page(filter(null, "login"), 10, Optional.empty())).hasSize(2);
        assertThat(log.page(filter("mira", "login"), 10, Optional.empty())).hasSize(1);
        assertThat(log.page(
                        new Filter(Optional.empty(), Optional.empty(), Optional.of(second.at())), 10, Optional.empty()))
                .hasSize(2);
    }

    @Test
    void every_action_is_told_once() {
        assertThat(log.actions()).isEmpty();
        add("logout", "mira");
        add("login", "mira");
        add("login", "jo");

        assertThat(log.actions()).containsExactly("login", "logout");
    }

    private static Filter filter(@Nullable String user, @Nullable String action) {
        return new Filter(Optional.ofNullable(user), Optional.ofNullable(action), Optional.empty());
    }

    private void add(String action, String user) {
        database.change(handle -> AuditTable.append(handle, entry(action, user)));
    }

    private static AuditEntry entry(String action, String user) {
        return new AuditEntry(action, user, null, JsonValue.EMPTY_JSON_OBJECT, "r");
    }
}
