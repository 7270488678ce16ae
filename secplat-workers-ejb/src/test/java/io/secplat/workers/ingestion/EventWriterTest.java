package io.secplat.workers.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.contracts.document.HealthEventDocument;
import io.secplat.contracts.event.StreamName;
import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.ProbeKind;
import io.secplat.stream.InMemoryCourier;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventWriterTest {

    private static final Instant TICK = Instant.parse("2026-05-04T07:20:00Z");

    private final RecordingEvents record = new RecordingEvents();
    private final InMemoryCourier courier = new InMemoryCourier(Clock.systemUTC());
    private final EventBuffer buffer = new EventBuffer(3);
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    @Test
    void what_is_there_goes_in_one_bulk_and_its_derivation_is_asked_for_once() {
        buffer.add(event("juice-shop", TICK));
        buffer.add(event("billing-web", TICK));
        buffer.add(event("billing-web", TICK.plusSeconds(5)));

        assertThat(writer().write()).isTrue();

        assertThat(record.bulks).singleElement().satisfies(bulk -> assertThat(bulk)
                .hasSize(3));
        assertThat(courier.entries(StreamName.DERIVE)).singleElement().satisfies(message -> assertThat(message.fields())
                .containsEntry("asset_keys", "[\"billing-web\",\"juice-shop\"]")
                .containsEntry("reason", "events_written"));
        assertThat(log.toString(StandardCharsets.UTF_8))
                .contains("\"action\":\"events.write\"", "\"status\":\"written\"", "\"events\":\"3\"");
    }

    @Test
    void nothing_there_writes_nothing() {
        assertThat(writer().write()).isTrue();

        assertThat(record.bulks).isEmpty();
        assertThat(courier.entries(StreamName.DERIVE)).isEmpty();
    }

    @Test
    void while_the_record_is_away_events_wait_with_their_own_time() {
        buffer.add(event("billing-web", TICK));
        record.away = true;
        assertThat(writer().write()).isFalse();
        buffer.add(event("billing-web", TICK.plusSeconds(60)));
        record.away = false;

        assertThat(writer().write()).isTrue();

        assertThat(record.bulks).singleElement().satisfies(bulk -> assertThat(bulk)
                .extracting(HealthEventDocument::timestamp)
                .containsExactly(TICK, TICK.plusSeconds(60)));
    }

    @Test
    void a_full_buffer_drops_the_oldest_and_counts_them() {
        record.away = true;
        for (int second = 0; second < 5; second++) {
            buffer.add(event("billing-web", TICK.plusSeconds(second)));
            writer().write();
        }
        record.away = false;
        writer().write();

        assertThat(buffer.dropped()).isEqualTo(2);
        assertThat(record.bulks.get(0))
                .extracting(event -> event.timestamp().getEpochSecond())
                .containsExactly(TICK.getEpochSecond() + 2, TICK.getEpochSecond() + 3, TICK.getEpochSecond() + 4);
    }

    @Test
    void what_arrives_during_a_failed_write_is_kept_before_what_could_not_be_written() {
        buffer.add(event("a", TICK));
        buffer.add(event("b", TICK));
        record.during = () -> {
            buffer.add(event("c", TICK));
            buffer.add(event("d", TICK));
        };
        record.away = true;

        writer().write();

        assertThat(buffer.dropped()).isEqualTo(1);
        assertThat(buffer.take(9)).extracting(event -> event.asset().value()).containsExactly("b", "c", "d");
    }

    @Test
    void events_survive_a_write_that_fails_for_want_of_memory() {
        buffer.add(event("billing-web", TICK));
        record.during = () -> {
            throw new OutOfMemoryError();
        };

        assertThatThrownBy(() -> writer().write()).isInstanceOf(OutOfMemoryError.class);

        assertThat(buffer.size()).isEqualTo(1);
    }

    @Test
    void a_courier_that_is_away_does_not_hold_up_the_record() {
        buffer.add(event("billing-web", TICK));
        courier.away(true);

        assertThat(writer().write()).isTrue();

        assertThat(record.bulks).hasSize(1);
        assertThat(buffer.size()).isZero();
        assertThat(log.toString(StandardCharsets.UTF_8)).contains("written_courier_unavailable");
    }

    private EventWriter writer() {
        CheckRunner runner = new CheckRunner(
                probe -> new CheckResult.Up(200),
                Runnable::run,
                1,
                new StallWatch(Clock.systemUTC()),
                Clock.systemUTC(),
                new CheckOutcomes(buffer::add, new RefusedProbes(Samples.silentJournal()), ProbeFigures.NONE));
        DeriveRequests requests = new DeriveRequests(courier, UUID::randomUUID, Clock.systemUTC());
        return new EventWriter(buffer, record, requests, runner, Samples.journal(log));
    }

    private static HealthEventDocument event(String key, Instant tick) {
        return new HealthEventDocument(new AssetKey(key), tick, true, 200, 5, ProbeKind.HTTP, null);
    }
}
