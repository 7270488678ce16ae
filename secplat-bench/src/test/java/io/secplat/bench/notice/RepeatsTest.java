package io.secplat.bench.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Repeats are counted by what caused them. */
class RepeatsTest {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private Instant now = NOON;
    private final InstantSource source = () -> now;
    private final Clock clock = source.withZone(ZoneOffset.UTC);
    private final Diary diary = new Diary(clock);

    private void note(String deed, int millis) {
        now = NOON.plusMillis(millis);
        diary.note(deed, "notifier-1");
    }

    private static Post post(int number, int millis) {
        return new Post("", "", "no. " + number, "", NOON.plusMillis(millis));
    }

    private String line(Set<Post> unheard, List<List<Post>> several) {
        return new Repeats(several, unheard, diary).line(Service.WEBHOOK);
    }

    @Test
    void a_lost_answer_is_told_apart_from_a_kill_and_from_what_nothing_was_done_about() {
        note("kill", 1_000);
        note("kill", 9_000);
        Post lost = post(1, 950);
        List<Post> byLoss = List.of(lost, post(1, 4_000));
        List<Post> byKill = List.of(post(2, 998), post(2, 4_410));
        List<Post> byNothing = List.of(post(3, 5_000), post(3, 5_100));

        assertThat(line(Set.of(lost), List.of(byLoss, byKill, byNothing)))
                .isEqualTo("webhook twice 3 {answer_lost=1, kill=1, unknown=1}, 1 by 2 kills, at most 3.412 s apart");
    }

    @Test
    void the_closest_deed_counts_whether_it_came_before_or_after() {
        note("freeze", 600);
        note("restart", 1_100);

        assertThat(line(Set.of(), List.of(List.of(post(1, 1_000), post(1, 4_000)))))
                .contains("webhook twice 1 {restart=1}, 0 by 0 kills");
    }

    @Test
    void each_further_post_counts_and_one_of_several_messages_counts_once() {
        Post first = post(1, 0);
        Post second = post(1, 100);
        Post third = post(1, 400);

        assertThat(line(Set.of(), List.of(List.of(first, third, second), List.of(first, second, third))))
                .contains("webhook twice 2 ", "at most 0.300 s apart");
    }

    @Test
    void nothing_was_repeated() {
        assertThat(line(Set.of(), List.of())).isEqualTo("webhook twice 0 {}, 0 by 0 kills, at most 0.000 s apart");
        assertThat(diary.nearest(NOON.plus(Duration.ofHours(1)))).isEmpty();
    }
}
