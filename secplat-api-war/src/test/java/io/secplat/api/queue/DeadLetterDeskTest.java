package io.secplat.api.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.api.postgres.Database;
import io.secplat.api.postgres.Rows;
import io.secplat.api.postgres.TestDatabase;
import io.secplat.api.problem.ProblemException;
import io.secplat.api.queue.DeadLetterDesk.Replayed;
import io.secplat.api.queue.postgres.PostgresLedger;
import io.secplat.api.request.AccessRole;
import io.secplat.api.request.Caller;
import io.secplat.contracts.event.StreamName;
import io.secplat.local.store.TestStores;
import io.secplat.stream.CourierUnavailableException;
import io.secplat.stream.DeadLetterBox;
import io.secplat.stream.Message;
import io.secplat.stream.redis.RedisCourier;
import io.secplat.stream.redis.RedisServer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What operators do, on a real Redis and a real audit. */
class DeadLetterDeskTest {

    private static final Caller ADA = new Caller("ada", AccessRole.ADMIN, "web-7Qd2");
    private static final StreamName STREAM = StreamName.NOTIFY;

    private final Database database = TestDatabase.fresh();
    private final Rows rows = new Rows(database);
    private final RedisServer server =
            RedisServer.at(Optional.of("redis://127.0.0.1:" + TestStores.redis().port()));
    private final RedisCourier courier = new RedisCourier(server);
    private final DeadLetterDesk desk = new DeadLetterDesk(courier.deadLetters(), new PostgresLedger(database));

    @BeforeEach
    void empty() {
        server.link().ask(redis -> redis.del(STREAM.wire(), STREAM.deadLetters()));
    }

    @AfterEach
    void disconnect() {
        server.close();
    }

    @Test
    void some_go_back_the_missing_are_told_and_the_audit_says_who_did_it() {
        String id = bury("e1");

        Replayed replayed = desk.replay(STREAM, List.of(id, "7-7", id), ADA);

        assertThat(replayed).isEqualTo(new Replayed(1, List.of("7-7")));
        assertThat(length()).isEqualTo(1);
        assertThat(rows.audited()).containsExactly("queue.dlq.replay");
        assertThat(rows.one("SELECT details->>'replayed' FROM audit_events", String.class))
                .isEqualTo("1");
        assertThat(desk.replay(STREAM, List.of(id), ADA).count()).isZero();
        assertThat(rows.audited()).hasSize(1);
    }

    @Test
    void all_go_back_in_batches_and_none_twice() {
        for (int n = 0; n < 250; n++) {
            bury("e" + n);
        }

        assertThat(desk.replayAll(STREAM, ADA).count()).isEqualTo(250);
        assertThat(length()).isEqualTo(250);
        assertThat(desk.page(STREAM, 10, Optional.empty())).isEmpty();
        assertThat(desk.replayAll(STREAM, ADA).count()).isZero();
        assertThat(rows.audited()).containsExactly("queue.dlq.replay");
    }

    @Test
    void one_that_is_thrown_away_is_gone_and_then_unknown() {
        String id = bury("e1");
        desk.discard(STREAM, id, ADA);

        assertThatThrownBy(() -> desk.discard(STREAM, id, ADA))
                .isInstanceOf(ProblemException.class)
                .hasMessage("Dead letter not found");
        assertThat(rows.audited()).containsExactly("queue.dlq.discard");
    }

    @Test
    void what_was_sent_back_before_the_streams_went_away_is_written_down() {
        for (int n = 0; n < 150; n++) {
            bury("e" + n);
        }
        DeadLetterDesk breaking = new DeadLetterDesk(new Breaking(courier.deadLetters()), new PostgresLedger(database));

        List<String> ids = courier.deadLetters().page(STREAM, 150, Optional.empty()).stream()
                .map(Message::id)
                .toList();

        assertThatThrownBy(() -> breaking.replay(STREAM, ids, ADA)).isInstanceOf(CourierUnavailableException.class);

        assertThat(length()).isEqualTo(100);
        assertThat(rows.one("SELECT details->>'replayed' FROM audit_events", String.class))
                .isEqualTo("100");
        assertThat(desk.replayAll(STREAM, ADA).count()).isEqualTo(50);
        assertThat(length()).isEqualTo(150);
    }

    @Test
    void an_item_shows_what_is_known_of_the_failure() {
        bury("e1");
        Message letter = desk.page(STREAM, 1, Optional.empty()).get(0);

        assertThat(new DeadLetterItem(STREAM, letter).json().toString())
                .startsWith("{\"id\":\"" + letter.id() + "\",\"stream\":\"secplat.events.notify\",\"fields\":{")
                .endsWith("\"original_stream\":\"secplat.events.notify\",\"original_id\":\"3-0\","
                        + "\"error\":\"notification_delivery_failed\",\"retryable\":true,\"attempts\":5,"
                        + "\"failed_at\":\"2026-05-04T07:21:00Z\"}");
        assertThat(new DeadLetterItem(STREAM, new Message("1-0", Map.of("type", "x")))
                        .json()
                        .toString())
                .isEqualTo("{\"id\":\"1-0\",\"stream\":\"secplat.events.notify\",\"fields\":{\"type\":\"x\"},"
                        + "\"original_stream\":null,\"original_id\":null,\"error\":null,\"retryable\":null,"
                        + "\"attempts\":null,\"failed_at\":null}");
    }

    @Test
    void nothing_is_sent_back_while_the_audit_cannot_be_written() {
        String id = bury("e1");
        DeadLetterDesk away = new DeadLetterDesk(courier.deadLetters(), work -> {
            throw new IllegalStateException("database away");
        });

        assertThatThrownBy(() -> away.replay(STREAM, List.of(id), ADA)).hasMessage("database away");
        assertThat(length()).isZero();
    }

    private String bury(String eventId) {
        Map<String, String> letter = new HashMap<>(Map.of("event_id", eventId, "type", "notification"));
        letter.put("original_stream", STREAM.wire());
        letter.put("original_id", "3-0");
        letter.put("error", "notification_delivery_failed");
        letter.put("retryable", "true");
        letter.put("attempts", "5");
        letter.put("failed_at", "2026-05-04T07:21:00Z");
        courier.publisher().bury(STREAM, letter);
        return courier.deadLetters().newest(STREAM).orElseThrow();
    }

    private long length() {
        return courier.inspector().inspect().get(STREAM).length();
    }

    /** Streams that go away after the first batch. */
    private static final class Breaking implements DeadLetterBox {

        private final DeadLetterBox box;
        private int replays;

        Breaking(DeadLetterBox box) {
            this.box = box;
        }

        @Override
        public List<Message> page(StreamName stream, int max, Optional<String> olderThan) {
            return box.page(stream, max, olderThan);
        }

        @Override
        public List<String> ids(StreamName stream, int max, Optional<String> newerThan, String last) {
            return box.ids(stream, max, newerThan, last);
        }

        @Override
        public Optional<String> newest(StreamName stream) {
            return box.newest(stream);
        }

        @Override
        public Set<String> replay(StreamName stream, Collection<String> ids) {
            if (replays++ > 0) {
                throw new CourierUnavailableException(new IllegalStateException("away"));
            }
            return box.replay(stream, ids);
        }

        @Override
        public boolean discard(StreamName stream, String id) {
            return box.discard(stream, id);
        }
    }
}
