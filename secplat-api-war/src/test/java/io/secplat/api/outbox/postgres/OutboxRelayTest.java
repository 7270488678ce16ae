package io.secplat.api.outbox.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.api.outbox.CourierWatch;
import io.secplat.api.outbox.FakeTarget;
import io.secplat.api.outbox.OutboxBacklog;
import io.secplat.api.outbox.OutboxEntry;
import io.secplat.api.outbox.OutboxRelay;
import io.secplat.api.outbox.OutboxRow;
import io.secplat.api.outbox.OutboxSignal;
import io.secplat.api.outbox.RelayTurns;
import io.secplat.api.outbox.StreamTarget;
import io.secplat.api.postgres.Database;
import io.secplat.api.postgres.TestDatabase;
import io.secplat.contracts.event.ScanRequested;
import io.secplat.contracts.event.StreamName;
import io.secplat.contracts.trace.TraceContext;
import io.secplat.runtime.CurrentTrace;
import io.secplat.runtime.Journal;
import io.secplat.stream.CourierMarker;
import io.secplat.stream.InMemoryCourier;
import io.secplat.stream.Message;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxRelayTest {

    private final Database database = TestDatabase.fresh();
    private final OutboxSignal signal = new OutboxSignal();
    private final OutboxTable table = new OutboxTable(signal);
    private final PostgresOutbox outbox = new PostgresOutbox(database);
    private final FakeTarget target = new FakeTarget();
    private OutboxRelay relay;

    @BeforeEach
    void relay() {
        relay = new OutboxRelay(outbox, new PostgresRelayTurn(database), target, signal, TestDatabase.silent());
    }

    @Test
    void rows_go_out_in_the_order_they_were_written() {
        List<UUID> written = append(1200);
        while (RelayTurns.more(relay)) {}
        assertThat(target.eventIds()).isEqualTo(written);
        assertThat(outbox.countWaiting()).isZero();
    }

    @Test
    void what_waits_is_told_with_the_age_of_the_oldest() {
        assertThat(outbox.backlog()).isEqualTo(new OutboxBacklog(0, Duration.ZERO));

        append(3);
        database.change(
                handle -> handle.execute(
                        "UPDATE outbox_events SET created_at = now() - interval '90 seconds' WHERE id = (SELECT min(id) FROM outbox_events)"));

        assertThat(outbox.backlog().rows()).isEqualTo(3);
        assertThat(outbox.backlog().oldest()).isBetween(Duration.ofSeconds(90), Duration.ofSeconds(150));
        while (RelayTurns.more(relay)) {}
        assertThat(outbox.backlog().rows()).isZero();
    }

    @Test
    void what_was_published_is_noted_without_waiting_for_the_disk() {
        database.change(
                handle -> handle.execute(
                        """
                        CREATE TABLE seen_settings (wait text);
                        CREATE FUNCTION see_setting() RETURNS trigger LANGUAGE plpgsql AS $$
                        BEGIN
                            INSERT INTO seen_settings VALUES (current_setting('synchronous_commit'));
                            RETURN NEW;
                        END $$;
                        CREATE TRIGGER see AFTER INSERT OR UPDATE ON outbox_events
                            FOR EACH ROW EXECUTE FUNCTION see_setting();
                        """));
        append(1);
        RelayTurns.more(relay);
        append(1);

        assertThat(database.<List<String>>read(handle -> handle.createQuery("SELECT wait FROM seen_settings")
                        .mapTo(String.class)
                        .list()))
                .containsExactly("on", "off", "on");
    }

    @Test
    void a_transaction_that_rolls_back_publishes_nothing() {
        assertThatThrownBy(() -> database.change(handle -> {
                    table.append(handle, List.of(entry(1)));
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);
        RelayTurns.more(relay);
        assertThat(target.eventIds()).isEmpty();
    }

    @Test
    void a_crash_after_publishing_repeats_the_same_event() {
        List<UUID> written = append(2);
        target.dieAfterAccepting();
        RelayTurns.more(relay);
        assertThat(outbox.countWaiting()).isEqualTo(2);
        RelayTurns.more(relay);
        assertThat(target.eventIds()).containsExactly(written.get(0), written.get(1), written.get(0), written.get(1));
        assertThat(outbox.countWaiting()).isZero();
    }

    @Test
    void rows_wait_while_the_target_is_away_and_their_attempts_are_counted() {
        append(1);
        target.away(true);
        RelayTurns.more(relay);
        RelayTurns.more(relay);
        assertThat(attempts()).isEqualTo(2);
        target.away(false);
        RelayTurns.more(relay);
        assertThat(target.eventIds()).hasSize(1);
    }

    @Test
    void why_the_target_is_away_is_told_once() {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        Journal journal = new Journal("test", Clock.systemUTC(), new PrintStream(log, true, StandardCharsets.UTF_8));
        relay = new OutboxRelay(outbox, new PostgresRelayTurn(database), target, signal, journal);
        append(1);
        target.away(true);
        RelayTurns.more(relay);
        RelayTurns.more(relay);
        assertThat(log.toString(StandardCharsets.UTF_8)).containsOnlyOnce("courier_password_refused");
    }

    @Test
    void only_one_relay_of_a_lane_works_at_a_time() {
        append(1);
        AtomicInteger other = new AtomicInteger();
        PostgresRelayTurn turn = new PostgresRelayTurn(database);
        boolean mine = turn.alone("fake", () -> {
            if (turn.alone("fake", () -> {})) {
                other.incrementAndGet();
            }
        });
        assertThat(mine).isTrue();
        assertThat(other).hasValue(0);
    }

    @Test
    void rows_are_purged_a_day_after_their_publication() {
        append(1);
        RelayTurns.more(relay);
        assertThat(outbox.purge(Duration.ofHours(24))).isZero();
        database.change(
                handle -> handle.execute("UPDATE outbox_events SET published_at = now() - interval '25 hours'"));
        append(1);
        assertThat(outbox.purge(Duration.ofHours(24))).isEqualTo(1);
        assertThat(outbox.countWaiting()).isEqualTo(1);
    }

    @Test
    void the_last_published_row_of_some_targets_is_known() {
        String stream = entry(1).target();
        append(2);
        assertThat(outbox.lastPublished(List.of(stream))).isZero();
        RelayTurns.more(relay);
        append(1);
        assertThat(outbox.lastPublished(List.of(stream))).isEqualTo(2);
        assertThat(outbox.lastPublished(List.of("index:secplat-assets"))).isZero();
    }

    @Test
    void a_row_comes_back_whole() {
        OutboxEntry entry = entry(7);
        database.change(handle -> table.append(handle, List.of(entry)));
        assertThat(outbox.waiting(List.of(entry.target()), 10))
                .singleElement()
                .extracting(OutboxRow::entry)
                .isEqualTo(entry);
    }

    @Test
    @SuppressWarnings("try")
    void a_row_belongs_to_the_trace_in_which_it_was_written_whoever_publishes_it() {
        Optional<TraceContext> trace =
                TraceContext.parse("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", "congo=1");
        try (CurrentTrace.Scope unused = CurrentTrace.begin(trace)) {
            append(1);
        }
        InMemoryCourier courier = new InMemoryCourier(Clock.systemUTC());
        CourierWatch watch =
                new CourierWatch(new SetMarker(), () -> 0, List.of(), Clock.systemUTC(), TestDatabase.silent());
        new StreamTarget(courier.publisher(), watch).accept(outbox.waiting(List.of(entry(1).target()), 10));

        assertThat(courier.entries(StreamName.SCAN))
                .singleElement()
                .extracting(Message::trace)
                .isEqualTo(trace);
    }

    private List<UUID> append(int count) {
        List<OutboxEntry> entries =
                IntStream.range(0, count).mapToObj(OutboxRelayTest::entry).toList();
        database.change(handle -> table.append(handle, entries));
        return entries.stream().map(OutboxEntry::eventId).toList();
    }

    private static OutboxEntry entry(int job) {
        return OutboxEntry.of(new ScanRequested(job, "tls_headers", null, "mira"), UUID.randomUUID(), "web-7Qd2");
    }

    private int attempts() {
        return database.<Integer>read(handle -> handle.createQuery("SELECT attempts FROM outbox_events")
                .mapTo(Integer.class)
                .one());
    }

    /** A number that nobody loses. */
    private static final class SetMarker implements CourierMarker {

        @Override
        public OptionalLong read() {
            return OptionalLong.of(Long.MAX_VALUE);
        }

        @Override
        public boolean advance(long expected, long number) {
            return true;
        }

        @Override
        public void begin(long number) {}
    }
}
