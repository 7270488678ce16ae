package io.secplat.api.alerts;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How urgent an alert is, 0 to 100, and the terms that moved it from its base of 50, largest first. */
public record EffectiveSeverity(int score, List<Driver> drivers) {

    private static final int BASE = 50;

    /** One term. */
    public record Driver(String code, int delta, String detail) {}

    /** What the number depends on; the risk is null without findings. */
    public record Basis(
            @Nullable String criticality,
            @Nullable Integer topRiskScore,
            int activeFindings,
            int openIncidents,
            boolean suppressed) {}

    public EffectiveSeverity {
        drivers = List.copyOf(drivers);
    }

    /** Adds every term that applies. */
    public static EffectiveSeverity of(Basis basis) {
        List<Driver> drivers = new ArrayList<>();
        add(drivers, "high".equals(basis.criticality), "asset_criticality", 10, "criticality is high");
        add(drivers, "low".equals(basis.criticality), "asset_criticality", -5, "criticality is low");
        if (basis.topRiskScore != null) {
            add(drivers, basis.topRiskScore >= 85, "top_risk", 10, "top risk score is " + basis.topRiskScore);
            add(drivers, basis.topRiskScore <= 30, "top_risk", -4, "top risk score is " + basis.topRiskScore);
        }
        add(drivers, basis.activeFindings >= 5, "findings", 8, basis.activeFindings + " active findings");
        add(drivers, basis.activeFindings == 0, "findings", -3, "no active findings");
        add(drivers, basis.openIncidents > 0, "open_incident", 6, basis.openIncidents + " open incident(s)");
        add(drivers, basis.suppressed, "suppression", -12, "maintenance window or suppression rule");
        int sum = BASE + drivers.stream().mapToInt(Driver::delta).sum();
        drivers.sort((a, b) -> Integer.compare(Math.abs(b.delta), Math.abs(a.delta)));
        return new EffectiveSeverity(Math.max(0, Math.min(100, sum)), drivers);
    }

    /** {@code critical} from 90, {@code high} from 75, {@code medium} from 50, {@code low} from 25, else {@code info}. */
    public String level() {
        if (score >= 75) {
            return score >= 90 ? "critical" : "high";
        }
        return score >= 50 ? "medium" : score >= 25 ? "low" : "info";
    }

    private static void add(List<Driver> drivers, boolean applies, String code, int delta, String detail) {
        if (applies) {
            drivers.add(new Driver(code, delta, detail));
        }
    }
}
