package io.secplat.workers.notify.route;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The plan of this notifier, read once when it is first asked for. Safe for several threads. */
public final class ConfiguredPlan implements Supplier<RoutePlan> {

    private final PlanSource source;
    private @Nullable RoutePlan plan;

    public ConfiguredPlan(PlanSource source) {
        this.source = source;
    }

    /** Throws {@link InvalidPlanException} as long as there is none that can be used. */
    @Override
    public synchronized RoutePlan get() {
        if (plan == null) {
            plan = source.load();
        }
        return plan;
    }
}
