package io.secplat.api.health;

import io.secplat.contracts.json.JsonWriter;
import io.secplat.runtime.Dependency;
import io.secplat.runtime.DependencyState;
import io.secplat.runtime.DependencyState.Condition;
import jakarta.json.JsonObject;
import java.util.Map;

/** What {@code /api/ready} tells: the dependencies by which it decides, in this order. */
record ReadyReport(Map<Dependency, DependencyState> states) {

    boolean allWell() {
        return states.values().stream().allMatch(DependencyState::isWell);
    }

    JsonObject toJson() {
        JsonWriter checks = new JsonWriter();
        states.forEach((dependency, state) -> checks.put(dependency.wire(), word(state)));
        return new JsonWriter()
                .put("status", allWell() ? "ok" : "degraded")
                .put("checks", checks.build())
                .build();
    }

    /** Callers know three words; one that was not asked yet gave no answer in time. */
    private static String word(DependencyState state) {
        return (state.condition() == Condition.UNASKED ? Condition.TIMEOUT : state.condition()).wire();
    }
}
