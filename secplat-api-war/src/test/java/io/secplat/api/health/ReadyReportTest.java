package io.secplat.api.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.runtime.Dependency;
import io.secplat.runtime.DependencyState;
import io.secplat.runtime.DependencyState.Condition;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadyReportTest {

    @Test
    void all_well_is_ok() {
        ReadyReport report = report(Condition.OK, Condition.OK);

        assertThat(report.allWell()).isTrue();
        assertThat(report.toJson())
                .hasToString("{\"status\":\"ok\",\"checks\":{\"postgres\":\"ok\",\"opensearch\":\"ok\"}}");
    }

    @Test
    void a_refusal_and_a_silence_are_told_apart_and_nothing_more() {
        ReadyReport report = report(Condition.UNAVAILABLE, Condition.TIMEOUT);

        assertThat(report.allWell()).isFalse();
        assertThat(report.toJson())
                .hasToString(
                        "{\"status\":\"degraded\",\"checks\":{\"postgres\":\"unavailable\",\"opensearch\":\"timeout\"}}");
    }

    @Test
    void one_that_was_not_asked_yet_is_told_in_a_word_that_callers_know() {
        assertThat(report(Condition.UNASKED, Condition.OK).toJson())
                .hasToString("{\"status\":\"degraded\",\"checks\":{\"postgres\":\"timeout\",\"opensearch\":\"ok\"}}");
    }

    private static ReadyReport report(Condition postgres, Condition openSearch) {
        Map<Dependency, DependencyState> states = new LinkedHashMap<>();
        states.put(Dependency.POSTGRES, state(postgres));
        states.put(Dependency.OPENSEARCH, state(openSearch));
        return new ReadyReport(states);
    }

    private static DependencyState state(Condition condition) {
        return new DependencyState(condition, Instant.EPOCH, "SQLException");
    }
}
