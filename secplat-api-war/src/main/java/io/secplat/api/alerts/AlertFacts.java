package io.secplat.api.alerts;

import io.secplat.api.suppression.Quiet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An alert with what the database knows about its asset. */
public record AlertFacts(
        AlertState state,
        Optional<Asset> asset,
        int activeFindings,
        @Nullable Integer topRiskScore,
        @Nullable String topRiskLevel,
        List<Integer> incidentIds,
        List<String> incidentSeverities,
        Quiet quiet) {

    /** The asset as the inventory has it. */
    public record Asset(
            String name,
            @Nullable String owner,
            String environment,
            String criticality,
            String assetType,
            boolean verified) {}

    public AlertFacts {
        incidentIds = List.copyOf(incidentIds);
        incidentSeverities = List.copyOf(incidentSeverities);
    }
}
