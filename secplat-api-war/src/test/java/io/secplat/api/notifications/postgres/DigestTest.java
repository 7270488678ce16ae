package io.secplat.api.notifications.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.api.notifications.Digest;
import io.secplat.api.notifications.DigestTale;
import io.secplat.api.notifications.DigestTimes;
import io.secplat.api.outbox.OutboxSignal;
import io.secplat.api.outbox.postgres.OutboxTable;
import io.secplat.api.postgres.Database;
import io.secplat.api.postgres.Migrations;
import io.secplat.api.postgres.Rows;
import io.secplat.api.postgres.TestDatabase;
import io.secplat.api.schedules.Timetable;
import io.secplat.api.schedules.cron.CronTimetable;
import io.secplat.runtime.MovingClock;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

class DigestTest {

    /** A Monday, an hour before the digest. */
    private static final Instant MONDAY = Instant.parse("2026-05-04T07:00:00Z");

    private static final Timetable TIMETABLE = new CronTimetable();

    private final Database database = TestDatabase.fresh();
    private final Rows rows = new Rows(database);
    private final MovingClock clock = new MovingClock(MONDAY);
    private final Digest digest = digest();

    private Digest digest() {
        DigestTimes times = DigestTimes.of("0 8 * * 1", "UTC", TIMETABLE);
        return new Digest(
                new PostgresDigests(database, new OutboxTable(new OutboxSignal()), UUID::randomUUID),
                times,
                TIMETABLE,
                new DigestTale(times.zone()),
                clock);
    }

    private void suppressed(String channel, String kind, String reason, String asset) {
        database.change(handle -> suppressed(handle, channel, kind, reason, asset, clock.instant()));
    }

    private void suppressed(
            Handle handle, String channel, String kind, String reason, String asset, Instant occurredAt) {
        handle.createUpdate(
                        """
                        INSERT INTO notification_deliveries
                            (event_id, status, channel, kind, reason, asset_keys, occurred_at, recorded_at)
                        VALUES (:event, 'suppressed', :channel, :kind, :reason, ARRAY[:asset], :occurredAt, :recordedAt)
                        """)
                .bind("event", UUID.randomUUID())
                .bind("channel", channel)
                .bind("kind", kind)
                .bind("reason", reason)
                .bind("asset", asset)
                .bind("occurredAt", occurredAt)
                .bind("recordedAt", clock.instant())
                .execute();
    }

    private List<JsonObject> published() {
        return rows.published("notify.requested");
    }

    @Test
    void what_was_muted_in_a_week_is_told_once_by_channel_kind_and_reason() {
        digest.run();
        for (int n = 0; n < 3; n++) {
            suppressed("slack", "asset.down", "quiet_hours", n == 0 ? "shop" : "billing");
        }
        suppressed("slack", "asset.recovered", "muted", "shop");
        suppressed("jira", "asset.down", "no_match", "shop");
        suppressed("slack", "asset.down", "already_sent", "shop");

        clock.advance(Duration.ofMinutes(59));
        digest.run();
        assertThat(published()).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        digest.run();
        digest().run();

        assertThat(published()).singleElement().satisfies(told -> {
            assertThat(told.getString("kind")).isEqualTo("digest.muted");
            assertThat(told.getString("dedupe_key")).isEqualTo("digest.muted:2026-05-04T08:00:00Z");
            assertThat(told.getString("title")).isEqualTo("4 messages were muted");
            assertThat(told.getString("body"))
                    .isEqualTo(
                            """
                            From 2026-05-04 07:00 UTC to 2026-05-04 08:00 UTC:
                            slack: 3 of asset.down, in quiet hours (billing, shop)
                            slack: 1 of asset.recovered, since the outage was muted (shop)""");
        });
    }

    @Test
    void a_week_in_which_nothing_was_muted_is_not_told() {
        digest.run();
        clock.advance(Duration.ofDays(8));
        digest.run();
        assertThat(published()).isEmpty();
    }

    @Test
    void weeks_in_which_no_server_ran_are_told_together() {
        digest.run();
        suppressed("slack", "asset.down", "quiet_hours", "shop");
        clock.advance(Duration.ofDays(9));
        suppressed("slack", "asset.down", "quiet_hours", "shop");
        clock.advance(Duration.ofDays(9));
        digest.run();
        assertThat(published()).singleElement().satisfies(told -> assertThat(told.getString("title"))
                .isEqualTo("2 messages were muted"));

        suppressed("slack", "asset.down", "quiet_hours", "shop");
        clock.advance(Duration.ofDays(7));
        digest.run();
        assertThat(published()).hasSize(2);
    }

    @Test
    void what_is_stored_after_its_week_ended_is_told_the_next_time() {
        digest.run();
        suppressed("slack", "asset.down", "quiet_hours", "shop");
        clock.advance(Duration.ofHours(1));
        digest.run();
        clock.advance(Duration.ofHours(1));
        database.change(handle -> suppressed(handle, "slack", "asset.down", "quiet_hours", "late", MONDAY));
        clock.advance(Duration.ofDays(7));
        digest.run();

        assertThat(published()).hasSize(2);
        assertThat(published().get(1).getString("body")).endsWith("slack: 1 of asset.down, in quiet hours (late)");
    }

    @Test
    void what_a_transaction_stored_that_ended_after_the_digest_is_told_the_next_time_and_once() {
        digest.run();
        suppressed("slack", "asset.down", "quiet_hours", "shop");
        boolean told = database.apart(handle -> {
            suppressed(handle, "slack", "asset.down", "quiet_hours", "slow", clock.instant());
            clock.advance(Duration.ofHours(1));
            digest.run();
            return published().size() == 1;
        });
        assertThat(told).isTrue();
        assertThat(published().get(0).getString("body")).endsWith("slack: 1 of asset.down, in quiet hours (shop)");

        clock.advance(Duration.ofDays(7));
        digest.run();
        clock.advance(Duration.ofDays(7));
        digest.run();

        assertThat(published()).hasSize(2);
        assertThat(published().get(1).getString("body")).endsWith("slack: 1 of asset.down, in quiet hours (slow)");
    }

    @Test
    void what_was_stored_before_anybody_counted_is_not_told() {
        suppressed("slack", "asset.down", "quiet_hours", "shop");
        clock.advance(Duration.ofMinutes(1));
        digest.run();
        clock.advance(Duration.ofDays(7));
        digest.run();

        assertThat(published()).isEmpty();
    }

    @Test
    void what_an_earlier_version_told_counts_as_told() {
        Database old = TestDatabase.empty();
        Flyway.configure()
                .dataSource(old.dataSource())
                .locations("classpath:db/migration")
                .target("19")
                .load()
                .migrate();
        old.change(handle -> {
            handle.execute("INSERT INTO notification_digests (until) VALUES (?)", MONDAY);
            suppressed(handle, "slack", "asset.down", "quiet_hours", "told", MONDAY.minusSeconds(1));
            suppressed(handle, "slack", "asset.down", "quiet_hours", "untold", MONDAY);
        });
        new Migrations(old, TestDatabase.silent()).run();

        assertThat(new Rows(old)
                        .ask(
                                "SELECT asset_keys[1] FROM notification_deliveries WHERE digested_until IS NULL",
                                String.class))
                .containsExactly("untold");
    }

    @Test
    void times_that_are_none_are_refused_by_name() {
        assertThatThrownBy(() -> DigestTimes.of("weekly", "UTC", TIMETABLE))
                .hasMessageStartingWith("NOTIFY_DIGEST_CRON: ");
        assertThatThrownBy(() -> DigestTimes.of("0 8 * * 1", "Europe/Berln", TIMETABLE))
                .hasMessage("NOTIFY_DIGEST_ZONE: \"Europe/Berln\" is no time zone");
        assertThat(DigestTimes.of("off", "UTC", TIMETABLE).cron()).isEmpty();
    }
}
