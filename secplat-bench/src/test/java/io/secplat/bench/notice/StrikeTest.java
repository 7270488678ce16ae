package io.secplat.bench.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What befalls a run follows from its seed. */
class StrikeTest {

    private static List<Strike> strikes(NoticePlan.Outage outage, long seed) {
        NoticePlan plan =
                new NoticePlan(100, 2, 24, Duration.ofMillis(600), false, List.of(Service.SLACK, Service.SMS), outage);
        return Strike.all(plan, new Random(seed));
    }

    @Test
    void each_service_gets_into_each_mood() {
        List<Strike> strikes = strikes(NoticePlan.Outage.NONE, 1);

        assertThat(strikes).filteredOn(Strike.Kill.class::isInstance).hasSize(24);
        assertThat(strikes)
                .contains(
                        new Strike.Turn(Service.SLACK, Mood.AWAY),
                        new Strike.Turn(Service.SMS, Mood.LIMITS),
                        new Strike.Turn(Service.SMS, Mood.LOSES))
                .doesNotContain(new Strike.Turn(Service.JIRA, Mood.FAILS))
                .noneMatch(Strike.GoDown.class::isInstance);
    }

    @Test
    void a_long_outage_comes_once_and_early_and_of_the_service_that_was_named() {
        NoticePlan.Outage outage = new NoticePlan.Outage(Duration.ofSeconds(30), Optional.of(Service.SMS));

        List<Strike> strikes = strikes(outage, 1);

        assertThat(strikes).filteredOn(Strike.GoDown.class::isInstance).containsExactly(new Strike.GoDown(Service.SMS));
        assertThat(strikes.indexOf(new Strike.GoDown(Service.SMS))).isLessThanOrEqualTo(strikes.size() / 3);
        assertThat(strikes(outage, 1)).isEqualTo(strikes);
    }
}
