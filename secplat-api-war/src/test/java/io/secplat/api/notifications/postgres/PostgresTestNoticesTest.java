package io.secplat.api.notifications.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.api.notifications.TestNotices;
import io.secplat.api.outbox.OutboxSignal;
import io.secplat.api.outbox.postgres.OutboxTable;
import io.secplat.api.postgres.Database;
import io.secplat.api.postgres.Rows;
import io.secplat.api.postgres.TestDatabase;
import io.secplat.api.request.AccessRole;
import io.secplat.api.request.Caller;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PostgresTestNoticesTest {

    private static final Caller ADA = new Caller("ada", AccessRole.ADMIN, "web-7Qd2");

    private final Database database = TestDatabase.fresh();
    private final Rows rows = new Rows(database);
    private final TestNotices notices =
            new PostgresTestNotices(database, new OutboxTable(new OutboxSignal()), UUID::randomUUID);

    @Test
    void a_test_message_is_queued_for_the_channels_asked_for_and_audited() {
        String key = notices.send(List.of("slack"), ADA);

        JsonObject sent = rows.published("notify.requested").get(0);
        assertThat(key).matches("test:[0-9a-f-]{36}");
        assertThat(sent.getString("dedupe_key")).isEqualTo(key);
        assertThat(sent.getString("kind")).isEqualTo("test");
        assertThat(sent.getJsonArray("channels")).hasToString("[\"slack\"]");
        assertThat(rows.audited()).containsExactly("notification.test");
    }

    @Test
    void each_channel_gets_a_message_of_its_own_so_that_one_that_fails_shows_by_itself() {
        String key = notices.send(List.of("slack", "sms"), ADA);

        assertThat(rows.published("notify.requested"))
                .extracting(sent -> sent.getJsonArray("channels").toString() + sent.getString("dedupe_key"))
                .containsExactly("[\"slack\"]" + key, "[\"sms\"]" + key);
        assertThat(rows.ask("SELECT DISTINCT event_id FROM outbox_events", UUID.class))
                .hasSize(2);
        assertThat(rows.audited()).containsExactly("notification.test");
    }

    @Test
    void without_channels_it_goes_to_all_that_are_configured() {
        notices.send(List.of(), ADA);

        assertThat(rows.published("notify.requested")).singleElement().satisfies(sent -> assertThat(sent)
                .doesNotContainKey("channels"));
    }
}
