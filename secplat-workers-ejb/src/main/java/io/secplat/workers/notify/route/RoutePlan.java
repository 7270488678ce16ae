package io.secplat.workers.notify.route;

import io.secplat.contracts.model.Severity;
import io.secplat.workers.notify.channel.ChannelName;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which channels hear of what, and when they are left in peace. */
public record RoutePlan(List<Route> routes, List<QuietHours> quiet) {

    /** What stands in place of a route's name when the message itself named the channel. */
    public static final String ASKED = "asked";

    /** The contract's own: every channel but Jira hears of everything at once. */
    public static final RoutePlan DEFAULT =
            new RoutePlan(List.of(new Route("default", Match.EVERYTHING, allButJira(), false)), List.of());

    public RoutePlan {
        routes = List.copyOf(routes);
        quiet = List.copyOf(quiet);
    }

    /**
     * Each channel that hears of it, configured or not, with the name of the first route that chose it. Of an end those that may have heard
     * of the beginning: all routes are asked, and none for its severity, its time or its step.
     */
    public Map<ChannelName, String> choose(Facts facts, Instant now) {
        Map<ChannelName, String> chosen = new LinkedHashMap<>();
        for (Route route : routes) {
            if (route.match().fits(facts, now)) {
                route.channels().forEach(channel -> chosen.putIfAbsent(channel, route.name()));
                if (!route.goesOn() && !facts.areAnEnd()) {
                    break;
                }
            }
        }
        return chosen;
    }

    /** The quiet hours that keep it from that channel, by name. */
    public Optional<String> muting(ChannelName channel, Severity severity, Instant now) {
        return quiet.stream()
                .filter(hours -> hours.mute(channel, severity, now))
                .map(QuietHours::name)
                .findFirst();
    }

    private static List<ChannelName> allButJira() {
        return Arrays.stream(ChannelName.values())
                .filter(name -> name != ChannelName.JIRA)
                .toList();
    }
}
