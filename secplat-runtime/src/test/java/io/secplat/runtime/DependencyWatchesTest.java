package io.secplat.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class DependencyWatchesTest {

    private static final Instant NOW = Instant.parse("2026-05-04T07:21:00Z");
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

    @Test
    void a_dependency_that_is_needed_and_away_takes_the_server_out_of_service() {
        HealthCheckResponse check = away("notifier").check(Dependency.REDIS);

        assertThat(check.getName()).isEqualTo("redis");
        assertThat(check.getStatus()).isEqualTo(Status.DOWN);
        assertThat(check.getData().orElseThrow())
                .isEqualTo(Map.of(
                        "what",
                        "Redis does not answer",
                        "since",
                        "2026-05-04T07:21:00Z",
                        "degraded",
                        true,
                        "last_error",
                        "IllegalStateException"));
    }

    @Test
    void one_that_is_not_needed_degrades_it() {
        HealthCheckResponse check = away("api").check(Dependency.REDIS);

        assertThat(check.getStatus()).isEqualTo(Status.UP);
        assertThat(check.getData().orElseThrow()).containsEntry("degraded", true);
    }

    @Test
    void one_that_answers_has_no_error_to_tell_of() {
        HealthCheckResponse check = watches("notifier", () -> {}).check(Dependency.REDIS);

        assertThat(check.getStatus()).isEqualTo(Status.UP);
        assertThat(check.getData().orElseThrow())
                .isEqualTo(Map.of("what", "Redis answers", "since", NOW.toString(), "degraded", false));
    }

    @Test
    void nobody_asks_what_no_role_of_the_server_works_with() {
        DependencyWatches ingestion = away("ingestion");
        DependencyWatches notifier = watches(
                Roles.parse("notifier"),
                new DependencyWatch(Dependency.OPENSEARCH, DependencyWatchesTest::fail, clock));

        assertThat(ingestion.state(Dependency.REDIS)).isPresent();
        assertThat(notifier.state(Dependency.OPENSEARCH)).isEmpty();
        assertThat(notifier.check(Dependency.OPENSEARCH).getStatus()).isEqualTo(Status.UP);
        assertThat(notifier.check(Dependency.OPENSEARCH).getData()).isEqualTo(Optional.of(Map.of("role", "off")));
    }

    private DependencyWatches away(String role) {
        return watches(role, DependencyWatchesTest::fail);
    }

    private DependencyWatches watches(String role, DependencyWatch.Question question) {
        DependencyWatch redis = new DependencyWatch(Dependency.REDIS, question, clock);
        redis.askOnce();
        return watches(Roles.parse(role), redis);
    }

    private static DependencyWatches watches(Roles roles, DependencyWatch watch) {
        return new DependencyWatches(roles, List.of(watch));
    }

    private static void fail() {
        throw new IllegalStateException("redis://:secret@10.0.0.3");
    }
}
