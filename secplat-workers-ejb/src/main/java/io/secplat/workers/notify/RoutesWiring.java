package io.secplat.workers.notify;

import io.secplat.runtime.Journal;
import io.secplat.runtime.PeriodicWorker;
import io.secplat.runtime.Role;
import io.secplat.runtime.StartStep;
import io.secplat.runtime.Worker;
import io.secplat.stream.ConsumerName;
import io.secplat.stream.redis.RedisServer;
import io.secplat.workers.notify.channel.Channel;
import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.redis.RedisPlanBoard;
import io.secplat.workers.notify.route.ConfiguredPlan;
import io.secplat.workers.notify.route.PlanBoard;
import io.secplat.workers.notify.route.PlanNotice;
import io.secplat.workers.notify.route.PlanSource;
import io.secplat.workers.notify.route.PlanStep;
import io.secplat.workers.notify.route.PlanWatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** The plan of this installation: checked before the notifier begins, read again and shown to others while it runs. */
@ApplicationScoped
public class RoutesWiring {

    @Produces
    @Singleton
    ConfiguredPlan plan(Config config, Clock clock) {
        return new ConfiguredPlan(
                () -> new PlanSource(
                        config.getOptionalValue("NOTIFY_ROUTES_FILE", String.class),
                        config.getOptionalValue("NOTIFY_ROUTES", String.class)),
                clock);
    }

    @Produces
    @Singleton
    StartStep check(ConfiguredPlan plan, List<Channel> channels, Journal journal) {
        return new PlanStep(plan, names(channels), journal);
    }

    private static List<ChannelName> names(List<Channel> channels) {
        return channels.stream().map(Channel::name).toList();
    }

    /** Without a Redis there is no stream to hear of anything, and nobody to show the plan to. */
    @Produces
    @Singleton
    Worker notice(
            ConfiguredPlan plan,
            List<Channel> channels,
            RedisServer redis,
            Config config,
            Clock clock,
            Journal journal) {
        String consumer = config.getOptionalValue("NOTIFIER_CONSUMER", String.class)
                .orElseGet(() -> ConsumerName.of(Role.NOTIFIER));
        PlanBoard board = redis.configured() ? new RedisPlanBoard(redis.link()) : routes -> {};
        PlanWatch watch = new PlanWatch(plan, names(channels), journal);
        PlanNotice notice = new PlanNotice(consumer, plan::standing, channels, board, clock, journal);
        return new PeriodicWorker(Role.NOTIFIER, "notify-routes", PlanWatch.EVERY, clock, () -> {
            watch.run();
            notice.run();
        });
    }
}
