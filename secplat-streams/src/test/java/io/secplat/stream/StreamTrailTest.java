package io.secplat.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.contracts.event.OperatorAct;
import io.secplat.contracts.event.OperatorAct.Ending;
import io.secplat.contracts.event.StreamName;
import io.secplat.runtime.Journal;
import io.secplat.runtime.admin.Trail;
import io.secplat.runtime.admin.TrailAwayException;
import io.secplat.stream.redis.RedisCourier;
import io.secplat.stream.redis.RedisServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StreamTrailTest {

    private final Clock clock = Clock.systemUTC();
    private final InMemoryCourier courier = new InMemoryCourier(clock);
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final Journal journal = new Journal("test", clock, new PrintStream(log, true, StandardCharsets.UTF_8));
    private final Trail trail = new StreamTrail(Trail.of(journal), courier, journal);
    private final OperatorAct asked = new OperatorAct(
            "a-1", "olga", "7@worker-1", "bean", "pause", List.of("x"), Instant.parse("2026-05-04T07:21:00Z"), null);
    private final OperatorAct acted = asked.ended(new Ending("done", "It is paused."), clock.instant());

    @Test
    void the_api_is_told_before_and_after_an_act() {
        trail.asked(asked);
        trail.acted(acted);

        List<Message> told = courier.entries(StreamName.DELIVERY);
        assertThat(told)
                .extracting(message -> message.fields().get("event_type"))
                .containsExactly("operator.asked", "operator.acted");
        assertThat(told)
                .extracting(message -> OperatorAct.from(message.reader()))
                .containsExactly(asked, acted);
        assertThat(told.get(0).eventId()).isNotEqualTo(told.get(1).eventId());
    }

    @Test
    void while_the_streams_are_away_nothing_may_begin_and_what_ended_is_in_the_log() {
        trail.asked(asked);
        courier.away(true);

        assertThatThrownBy(() -> trail.asked(asked)).isInstanceOf(TrailAwayException.class);
        trail.acted(acted);

        courier.away(false);
        assertThat(courier.entries(StreamName.DELIVERY)).hasSize(1);
        assertThat(log.toString(StandardCharsets.UTF_8))
                .contains("\"action\":\"admin.pause\"", "\"status\":\"done\"", "\"action\":\"admin.trail\"");
    }

    @Test
    void without_streams_the_log_is_all_there_is() {
        try (RedisServer none = RedisServer.at(Optional.empty())) {
            Trail alone = new StreamTrail(Trail.of(journal), new RedisCourier(none), journal);

            alone.asked(asked);
            alone.acted(acted);
        }

        assertThat(log.toString(StandardCharsets.UTF_8)).contains("\"status\":\"asked\"", "\"status\":\"done\"");
    }
}
