package io.secplat.workers.notify.route;

import io.secplat.runtime.Journal;
import io.secplat.runtime.PeriodicWorker;
import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.route.ConfiguredPlan.Standing;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Looks whether the plan has changed. The log is told once of a new one, and once of each that is refused. */
public final class PlanWatch implements PeriodicWorker.Task {

    /** How often it looks. */
    public static final Duration EVERY = Duration.ofSeconds(5);

    private final ConfiguredPlan plan;
    private final List<ChannelName> configured;
    private final Journal journal;

    public PlanWatch(ConfiguredPlan plan, List<ChannelName> configured, Journal journal) {
        this.plan = plan;
        this.configured = List.copyOf(configured);
        this.journal = journal;
    }

    @Override
    public void run() {
        Standing before = plan.standing();
        Standing now = plan.renew();
        if (!now.plan().equals(before.plan())) {
            tell(now.plan());
        }
        now.refused().filter(why -> !before.refused().equals(now.refused())).ifPresent(this::warn);
    }

    private void tell(RoutePlan changed) {
        journal.info(
                PlanWarning.ACTION,
                "changed",
                Map.of(
                        "routes", Integer.toString(changed.routes().size()),
                        "quiet", Integer.toString(changed.quiet().size())));
        PlanWarning.tell(changed, configured, journal);
    }

    private void warn(String why) {
        journal.warn(PlanWarning.ACTION, "refused", Map.of("reason", why));
    }
}
