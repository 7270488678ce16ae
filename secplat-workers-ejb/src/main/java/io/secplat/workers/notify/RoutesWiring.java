package io.secplat.workers.notify;

import io.secplat.contracts.notifier.RunningRoutes;
import io.secplat.runtime.Journal;
import io.secplat.runtime.PeriodicWorker;
import io.secplat.runtime.Role;
import io.secplat.runtime.StartStep;
import io.secplat.runtime.Worker;
import io.secplat.stream.ConsumerName;
import io.secplat.stream.redis.RedisServer;
import io.secplat.workers.notify.channel.Channel;
import io.secplat.workers.notify.redis.RedisPlanBoard;
import io.secplat.workers.notify.route.ConfiguredPlan;
import io.secplat.workers.notify.route.PlanBoard;
import io.secplat.workers.notify.route.PlanNotice;
import io.secplat.workers.notify.route.PlanSource;
import io.secplat.workers.notify.route.PlanStep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** The plan of this installation: read at start, checked before the notifier begins, and shown to others while it runs. */
@ApplicationScoped
public class RoutesWiring {

    @Produces
    @Singleton
    ConfiguredPlan plan(Config config) {
        return new ConfiguredPlan(new PlanSource(
                config.getOptionalValue("NOTIFY_ROUTES_FILE", String.class),
                config.getOptionalValue("NOTIFY_ROUTES", String.class)));
    }

    @Produces
    @Singleton
    StartStep check(ConfiguredPlan plan, List<Channel> channels, Journal journal) {
        return new PlanStep(plan, channels.stream().map(Channel::name).toList(), journal);
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
        PeriodicWorker.Task task = new PlanNotice(consumer, plan, channels, board, clock, journal);
        return new PeriodicWorker(Role.NOTIFIER, "notify-routes", RunningRoutes.RENEWED, clock, task);
    }
}
