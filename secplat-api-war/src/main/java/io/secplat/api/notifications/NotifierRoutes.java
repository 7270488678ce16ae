package io.secplat.api.notifications;

import io.secplat.contracts.notifier.RunningRoutes;
import java.util.Optional;

/** By which plan the running notifiers choose channels. */
@FunctionalInterface
public interface NotifierRoutes {

    /** What a notifier showed last; empty when none runs. Throws CourierUnavailableException when nobody can tell. */
    Optional<RunningRoutes> running();
}
