package io.secplat.workers.notify.route;

import io.secplat.runtime.Journal;
import io.secplat.workers.notify.channel.ChannelName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A place of a plan that names a channel which this notifier does not have. Nobody is told anything by it. */
public record PlanWarning(String path, ChannelName channel) {

    /** What the log calls everything about a plan. */
    static final String ACTION = "notify.routes";

    /** Those of a plan; none for the routes of the default plan, which name channels that need not be there. */
    public static List<PlanWarning> of(RoutePlan plan, Collection<ChannelName> configured) {
        List<PlanWarning> warnings = new ArrayList<>();
        List<Route> routes = plan.routes().equals(RoutePlan.DEFAULT.routes()) ? List.of() : plan.routes();
        for (int index = 0; index < routes.size(); index++) {
            add(warnings, "routes[" + index + "]", routes.get(index).channels(), configured);
        }
        for (int index = 0; index < plan.quiet().size(); index++) {
            add(warnings, "quiet[" + index + "]", plan.quiet().get(index).channels(), configured);
        }
        return warnings;
    }

    /** Tells the log of those of a plan. */
    static void tell(RoutePlan plan, Collection<ChannelName> configured, Journal journal) {
        of(plan, configured)
                .forEach(warning -> journal.warn(ACTION, "channel_missing", Map.of("reason", warning.message())));
    }

    private static void add(
            List<PlanWarning> warnings, String path, List<ChannelName> named, Collection<ChannelName> configured) {
        named.stream()
                .filter(channel -> !configured.contains(channel))
                .forEach(channel -> warnings.add(new PlanWarning(path + ".channels", channel)));
    }

    /** For people, for example {@code routes[2].channels: whatsapp is not configured}. */
    public String message() {
        return path + ": " + channel.wire() + " is not configured";
    }
}
