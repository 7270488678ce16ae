package io.secplat.workers.notify.route;

import io.secplat.contracts.event.Notification;
import io.secplat.workers.notify.channel.Channel;
import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.letter.Letter;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Says which of the configured channels a letter goes to. */
public final class Router {

    private final List<Channel> configured;
    private final Supplier<RoutePlan> plan;

    public Router(List<Channel> configured) {
        this(configured, () -> RoutePlan.DEFAULT);
    }

    /** @param plan asked at each letter and not before, since a server of other roles may have one that is wrong */
    public Router(List<Channel> configured, Supplier<RoutePlan> plan) {
        this.configured = List.copyOf(configured);
        this.plan = plan;
    }

    /** What a letter asks for by itself is neither routed nor muted; everything else goes by the plan. */
    public Routing route(Letter letter, Instant now) {
        return letter.channels().isEmpty() ? planned(letter, now) : asked(letter);
    }

    private Routing asked(Letter letter) {
        return new Routing(configured.stream()
                .filter(channel -> names(letter, channel.name()))
                .<Routing.Leg>map(channel -> new Routing.Told(channel, Optional.ofNullable(letter.route())))
                .toList());
    }

    private Routing planned(Letter letter, Instant now) {
        Facts facts = Facts.of(letter.notice());
        RoutePlan current = plan.get();
        Map<ChannelName, String> wanted = new HashMap<>(current.choose(facts, now));
        if (asksForJira(letter)) {
            wanted.put(ChannelName.JIRA, RoutePlan.ASKED);
        }
        boolean reachable = configured.stream().anyMatch(channel -> wanted.containsKey(channel.name()));
        return reachable || wanted.isEmpty()
                ? new Routing(configured.stream()
                        .filter(channel -> wanted.containsKey(channel.name()) || !current.equals(RoutePlan.DEFAULT))
                        .map(channel -> leg(channel, wanted.get(channel.name()), current, facts, now))
                        .toList())
                : Routing.NOWHERE;
    }

    private static Routing.Leg leg(
            Channel channel, @Nullable String route, RoutePlan current, Facts facts, Instant now) {
        if (route == null) {
            return new Routing.Silent(channel, Suppression.NO_MATCH, "", Optional.empty());
        }
        if (route.equals(RoutePlan.ASKED)) {
            return new Routing.Told(channel, Optional.empty());
        }
        Optional<String> name = Optional.of(route).filter(any -> !current.equals(RoutePlan.DEFAULT));
        return (facts.areAnEnd() ? Optional.<String>empty() : current.muting(channel.name(), facts.severity(), now))
                .<Routing.Leg>map(quiet -> new Routing.Silent(channel, Suppression.QUIET_HOURS, quiet, name))
                .orElseGet(() -> new Routing.Told(channel, name));
    }

    /** A copy for one channel has the Jira request of the whole letter on it, which is not its own to make again. */
    private static boolean names(Letter letter, ChannelName channel) {
        return letter.channels().contains(channel.wire())
                || (channel == ChannelName.JIRA && letter.attempts() == 0 && asksForJira(letter));
    }

    private static boolean asksForJira(Letter letter) {
        return letter.notice().told().map(Notification::jira).isPresent();
    }
}
