package io.secplat.api.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.api.postgres.TestDatabase;
import io.secplat.runtime.MovingClock;
import io.secplat.stream.CourierMarker;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CourierWatchTest {

    private final FakeMarker marker = new FakeMarker();
    private final FakeFeature feature = new FakeFeature();
    private final MovingClock clock = new MovingClock();
    private final CourierWatch watch = watch(0);

    @BeforeEach
    void begin() {
        watch.check();
        feature.asked = 0;
    }

    @Test
    void nothing_is_published_again_while_the_marker_is_there() {
        watch.published(7);
        later();
        watch.check();
        assertThat(feature.asked).isZero();
        assertThat(marker.number).hasValue(7);
    }

    @Test
    void a_missing_marker_has_what_is_unsettled_published_again() {
        watch.published(7);
        marker.number = OptionalLong.empty();
        later();
        watch.check();
        assertThat(feature.asked).isEqualTo(1);
        assertThat(marker.number).hasValue(7);
    }

    @Test
    void publishing_into_an_emptied_transport_does_not_hide_the_loss() {
        marker.number = OptionalLong.empty();
        watch.published(8);
        assertThat(marker.number).isEmpty();
        watch.check();
        assertThat(feature.asked).isEqualTo(1);
    }

    @Test
    void a_transport_that_went_back_in_time_counts_as_lost() {
        watch.published(9);
        marker.number = OptionalLong.of(3);
        later();
        watch.check();
        assertThat(feature.asked).isEqualTo(1);
    }

    @Test
    void publishing_into_a_transport_that_went_back_in_time_does_not_hide_the_loss() {
        watch.published(9);
        marker.number = OptionalLong.of(3);
        watch.published(10);
        assertThat(marker.number).hasValue(3);
        watch.check();
        assertThat(feature.asked).isEqualTo(1);
        assertThat(marker.number).hasValue(9);
    }

    @Test
    void nor_does_a_server_that_has_not_published_what_was_lost() {
        AtomicLong published = new AtomicLong(3);
        CourierWatch second = new CourierWatch(marker, published::get, List.of(feature), clock, TestDatabase.silent());
        marker.number = OptionalLong.of(3);
        second.check();
        published.set(9);
        second.published(10);
        second.check();
        assertThat(feature.asked).isEqualTo(1);
    }

    @Test
    void the_marker_is_set_only_after_the_features_have_stored_their_rows() {
        marker.number = OptionalLong.empty();
        feature.failing = true;
        later();
        assertThatThrownBy(watch::check).isInstanceOf(IllegalStateException.class);
        assertThat(marker.number).isEmpty();
        feature.failing = false;
        watch.check();
        assertThat(marker.number).isPresent();
    }

    @Test
    void a_transport_that_went_back_in_time_while_this_server_was_away_counts_as_lost() {
        marker.number = OptionalLong.of(3);
        watch(9).check();
        assertThat(feature.asked).isEqualTo(1);
        assertThat(marker.number).hasValue(9);
    }

    @Test
    void a_restart_alone_publishes_nothing_again() {
        marker.number = OptionalLong.of(9);
        watch(9).check();
        assertThat(feature.asked).isZero();
    }

    @Test
    void what_another_server_published_counts_too() {
        marker.number = OptionalLong.of(3);
        AtomicLong published = new AtomicLong(3);
        CourierWatch second = new CourierWatch(marker, published::get, List.of(feature), clock, TestDatabase.silent());
        second.check();
        assertThat(feature.asked).isZero();
        published.set(9);
        later();
        second.check();
        assertThat(feature.asked).isEqualTo(1);
    }

    private CourierWatch watch(long lastPublished) {
        return new CourierWatch(marker, () -> lastPublished, List.of(feature), clock, TestDatabase.silent());
    }

    private void later() {
        clock.advance(Duration.ofSeconds(3));
    }

    private static final class FakeFeature implements Unsettled {
        private int asked;
        private boolean failing;

        @Override
        public String name() {
            return "fake";
        }

        @Override
        public int republish() {
            if (failing) {
                throw new IllegalStateException("no database");
            }
            return ++asked;
        }
    }

    private static final class FakeMarker implements CourierMarker {
        private OptionalLong number = OptionalLong.empty();

        @Override
        public OptionalLong read() {
            return number;
        }

        @Override
        public boolean advance(long expected, long next) {
            if (number.isPresent() && number.getAsLong() >= expected) {
                number = OptionalLong.of(next);
                return true;
            }
            return false;
        }

        @Override
        public void begin(long next) {
            number = OptionalLong.of(next);
        }
    }
}
