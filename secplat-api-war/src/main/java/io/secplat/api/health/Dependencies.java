package io.secplat.api.health;

import io.secplat.contracts.json.JsonWriter;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Everything that the API stands on, asked at the same time. */
public final class Dependencies {

    public static final String POSTGRES = "postgres";
    public static final String OPENSEARCH = "opensearch";

    private final List<DependencyCheck> checks;
    private final Duration patience;

    public Dependencies(List<DependencyCheck> checks, Duration patience) {
        this.checks = List.copyOf(checks);
        this.patience = patience;
    }

    /** The state of each by name; takes at most the patience of one. */
    public Report ask() {
        Map<String, CompletableFuture<DependencyState>> asked = new LinkedHashMap<>();
        checks.forEach(check -> asked.put(check.name(), check.within(patience)));
        Map<String, DependencyState> states = new LinkedHashMap<>();
        asked.forEach((name, state) -> states.put(name, state.join()));
        return new Report(states);
    }

    /** What was found. */
    public record Report(Map<String, DependencyState> states) {

        boolean allWell() {
            return states.values().stream().allMatch(state -> state == DependencyState.OK);
        }

        boolean isWell(String name) {
            return states.get(name) == DependencyState.OK;
        }

        JsonObject toJson() {
            JsonWriter checks = new JsonWriter();
            states.forEach((name, state) -> checks.put(name, state.wire()));
            return new JsonWriter()
                    .put("status", allWell() ? "ok" : "degraded")
                    .put("checks", checks.build())
                    .build();
        }
    }
}
