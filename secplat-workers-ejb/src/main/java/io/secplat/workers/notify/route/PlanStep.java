package io.secplat.workers.notify.route;

import io.secplat.runtime.Journal;
import io.secplat.runtime.Role;
import io.secplat.runtime.StartStep;
import io.secplat.workers.notify.channel.ChannelName;
import java.util.List;
import java.util.function.Supplier;

/** Refuses to start a notifier with a plan that is wrong, and tells of channels that the plan names in vain. */
public record PlanStep(Supplier<RoutePlan> plan, List<ChannelName> configured, Journal journal) implements StartStep {

    public PlanStep {
        configured = List.copyOf(configured);
    }

    @Override
    public Role role() {
        return Role.NOTIFIER;
    }

    @Override
    public String name() {
        return "notify-routes";
    }

    @Override
    public int order() {
        return SETTINGS;
    }

    @Override
    public void run() {
        PlanWarning.tell(plan.get(), configured, journal);
    }
}
