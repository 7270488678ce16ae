package io.secplat.api.reports;

import io.secplat.contracts.json.JsonWriter;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is different between two reports.
 *
 * @param to the later snapshot; empty for the report of now
 */
public record WhatChanged(Snapshot from, Optional<Snapshot> to, Report later, Instant laterAt) {

    static WhatChanged between(Snapshot from, Snapshot to) {
        return new WhatChanged(from, Optional.of(to), to.report(), to.createdAt());
    }

    static WhatChanged until(Snapshot from, Report current, Instant now) {
        return new WhatChanged(from, Optional.empty(), current, now);
    }

    public JsonObject json() {
        return new JsonWriter()
                .put("from", from.json())
                .put("to", to.map(Snapshot::json).orElseGet(this::current))
                .put("score_delta", scoreDelta())
                .put("green_delta", greenDelta())
                .put("amber_delta", amberDelta())
                .put("red_delta", redDelta())
                .put("incidents_added", added())
                .put("incidents_removed", removed())
                .build();
    }

    /** One decimal; null when one of them has no score. */
    public @Nullable Double scoreDelta() {
        Double before = from.report().scoreAverage();
        Double after = later.scoreAverage();
        return before == null || after == null ? null : Double.valueOf(Math.round((after - before) * 10) / 10.0);
    }

    public int greenDelta() {
        return later.green() - from.report().green();
    }

    public int amberDelta() {
        return later.amber() - from.report().amber();
    }

    public int redDelta() {
        return later.red() - from.report().red();
    }

    /** Assets that are down now and were not. */
    public List<String> added() {
        return without(later.downAssets(), from.report().downAssets());
    }

    /** Assets that were down and are not any more. */
    public List<String> removed() {
        return without(from.report().downAssets(), later.downAssets());
    }

    private JsonObject current() {
        return later.members(new JsonWriter().put("id", "current").put("created_at", laterAt))
                .build();
    }

    private static List<String> without(List<String> some, List<String> others) {
        Set<String> known = Set.copyOf(others);
        return some.stream().filter(key -> !known.contains(key)).sorted().toList();
    }
}
