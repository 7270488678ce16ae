package io.secplat.bench.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whoever sees a stuck run learns whether messages lie in somebody's hand or unread. */
class LeftTest {

    @Test
    void pending_and_unread_are_told_apart_and_counted_together() {
        Left left = new Left(12, 3);

        assertThat(Left.words(Optional.of(left))).isEqualTo("12 pending, 3 unread");
        assertThat(left.count()).isEqualTo(15);
        assertThat(left.isNothing()).isFalse();
        assertThat(new Left(0, 0).isNothing()).isTrue();
    }
}
