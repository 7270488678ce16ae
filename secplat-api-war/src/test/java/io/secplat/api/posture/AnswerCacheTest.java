package io.secplat.api.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.runtime.MovingClock;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AnswerCacheTest {

    private final AtomicInteger asked = new AtomicInteger();
    private final MovingClock clock = new MovingClock();

    private record Question(String filter, int page) {}

    @Test
    void the_whole_question_is_the_key() {
        AnswerCache cache = new AnswerCache(Duration.ofSeconds(5), clock);

        String first = cache.always(new Question("prod", 1), this::answer).tag();

        assertThat(cache.always(new Question("prod", 1), this::answer).tag()).isEqualTo(first);
        assertThat(cache.always(new Question("prod", 2), this::answer).tag()).isNotEqualTo(first);
        assertThat(asked).hasValue(2);
    }

    @Test
    void no_answer_is_older_than_its_life() {
        AnswerCache cache = new AnswerCache(Duration.ofSeconds(5), clock);
        cache.always(new Question("prod", 1), this::answer);
        clock.advance(Duration.ofSeconds(5));
        cache.always(new Question("prod", 1), this::answer);

        assertThat(asked).hasValue(2);
    }

    @Test
    void that_an_answer_is_too_long_is_remembered_as_well() {
        AnswerCache cache = new AnswerCache(Duration.ofSeconds(5), clock);

        for (int i = 0; i < 3; i++) {
            assertThat(cache.get(new Question("all", 1), () -> {
                        asked.incrementAndGet();
                        return Optional.empty();
                    }))
                    .isEmpty();
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void without_a_life_it_is_off() {
        AnswerCache cache = new AnswerCache(Duration.ZERO, clock);

        cache.always(new Question("prod", 1), () -> {
            cache.always(new Question("prod", 1), this::answer);
            return answer();
        });

        assertThat(asked).hasValue(2);
    }

    private JsonObject answer() {
        return Json.createObjectBuilder().add("asked", asked.incrementAndGet()).build();
    }
}
