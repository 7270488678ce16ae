package io.secplat.workers.notify.route;

import io.secplat.contracts.notifier.RunningRoutes;

/** Where others see by which plan a notifier works. */
@FunctionalInterface
public interface PlanBoard {

    /**
     * Shows it for {@link RunningRoutes#KEPT}, in place of what was shown before; throws CourierUnavailableException when
     * the board is away.
     */
    void show(RunningRoutes routes);
}
