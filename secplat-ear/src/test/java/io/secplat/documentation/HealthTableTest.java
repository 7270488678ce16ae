package io.secplat.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.runtime.Dependency;
import io.secplat.runtime.DependencyState;
import io.secplat.runtime.Needs;
import io.secplat.runtime.Role;
import io.secplat.runtime.Roles;
import io.secplat.runtime.Since;
import io.secplat.runtime.Verdict;
import io.secplat.runtime.WorkerLiveness;
import io.secplat.runtime.WorkerReadiness;
import io.secplat.runtime.WorkerState;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of docs/OPERATIONS.md says what the checks decide; HealthFlipsIT sees running servers do so. */
class HealthTableTest {

    private static final Instant NOW = Instant.parse("2026-05-04T07:21:00Z");
    private static final HealthTable TABLE = HealthTable.documented();

    @Test
    void each_role_has_a_row() {
        assertThat(TABLE.roles())
                .isEqualTo(Arrays.stream(Role.values()).map(Role::wire).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void a_row_says_what_the_checks_of_the_role_decide(Role role) {
        Map<String, String> row = new LinkedHashMap<>();
        for (Dependency dependency : Dependency.values()) {
            row.put(dependency.title() + " away", withoutIt(role, dependency));
        }
        row.put("the API away", role == Role.API ? "–" : HealthTable.WELL);
        row.put("a loop silent for 2 min", silent(role, Duration.ofMinutes(2)));
        row.put("a loop silent for 45 min", silent(role, Duration.ofMinutes(45)));

        assertThat(TABLE.row(role.wire())).isEqualTo(row);
    }

    private static String withoutIt(Role role, Dependency dependency) {
        Needs needs = new Needs(new Roles(Set.of(role)));
        DependencyState away = new DependencyState(DependencyState.Condition.UNAVAILABLE, NOW, "IOException");
        return needs.uses(dependency)
                ? words(true, away.verdict(dependency, needs.needs(dependency)))
                : HealthTable.WELL;
    }

    /** The API's own loops take it not out of service. */
    private static String silent(Role role, Duration silence) {
        List<WorkerState> loops = List.of(new WorkerState(role, "loop", true, NOW.minus(silence), 0, null));
        return words(
                WorkerLiveness.verdict(loops, new Since(), NOW).up(),
                WorkerReadiness.verdict(loops, role != Role.API, new Since(), NOW));
    }

    private static String words(boolean live, Verdict verdict) {
        String ready = verdict.degraded() ? "ready, degraded" : "ready";
        return (live ? "live, " : "not live, ") + (verdict.up() ? ready : "not ready");
    }
}
