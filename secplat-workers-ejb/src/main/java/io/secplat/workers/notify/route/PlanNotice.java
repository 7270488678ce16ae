package io.secplat.workers.notify.route;

import io.secplat.contracts.notifier.RunningRoutes;
import io.secplat.contracts.notifier.RunningRoutes.Recipient;
import io.secplat.runtime.Journal;
import io.secplat.runtime.PeriodicWorker;
import io.secplat.stream.CourierUnavailableException;
import io.secplat.workers.notify.channel.Channel;
import io.secplat.workers.notify.route.ConfiguredPlan.Standing;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Shows others the plan by which this notifier works, again and again, so that a plan without a notifier disappears. */
public final class PlanNotice implements PeriodicWorker.Task {

    private final String consumer;
    private final Supplier<Standing> plan;
    private final List<Recipient> recipients;
    private final PlanBoard board;
    private final Clock clock;
    private final Journal journal;
    private boolean hindered;

    public PlanNotice(
            String consumer,
            Supplier<Standing> plan,
            List<Channel> channels,
            PlanBoard board,
            Clock clock,
            Journal journal) {
        this.consumer = consumer;
        this.plan = plan;
        this.recipients = channels.stream()
                .map(channel -> new Recipient(channel.name().wire(), channel.recipient()))
                .toList();
        this.board = board;
        this.clock = clock;
        this.journal = journal;
    }

    @Override
    public void run() {
        try {
            board.show(routes(plan.get()));
            note(false, Map.of());
        } catch (CourierUnavailableException e) {
            note(true, Map.of("reason", e.reason().code()));
        }
    }

    private RunningRoutes routes(Standing shown) {
        return new RunningRoutes(
                consumer,
                shown.since(),
                clock.instant(),
                shown.refused().orElse(null),
                recipients,
                PlanJson.routes(shown.plan()),
                PlanJson.quiet(shown.plan()));
    }

    private void note(boolean now, Map<String, String> why) {
        if (now != hindered) {
            hindered = now;
            if (now) {
                journal.warn(PlanWarning.ACTION, "hindered", why);
            } else {
                journal.info(PlanWarning.ACTION, "resumed", why);
            }
        }
    }
}
