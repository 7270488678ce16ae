package io.secplat.workers.notify;

import io.secplat.contracts.event.ConsumerGroup;
import io.secplat.runtime.IdSource;
import io.secplat.runtime.Journal;
import io.secplat.runtime.Role;
import io.secplat.runtime.Worker;
import io.secplat.runtime.admin.RoleOperations;
import io.secplat.runtime.setting.KnownSettings;
import io.secplat.stream.ConsumerName;
import io.secplat.stream.ConsumerSettings;
import io.secplat.stream.Courier;
import io.secplat.stream.RetryPolicy;
import io.secplat.stream.StreamConsumers;
import io.secplat.stream.redis.RedisBaton;
import io.secplat.stream.redis.RedisServer;
import io.secplat.workers.notify.channel.Channel;
import io.secplat.workers.notify.jira.BoundedJiraCall;
import io.secplat.workers.notify.jira.JiraChannels;
import io.secplat.workers.notify.microprofile.NotifyMetrics;
import io.secplat.workers.notify.pipeline.NotifyFigures;
import io.secplat.workers.notify.pipeline.NotifyReasons;
import io.secplat.workers.notify.pipeline.group.GroupRules;
import io.secplat.workers.notify.redis.RedisDeliveryLog;
import io.secplat.workers.notify.redis.RedisGate;
import io.secplat.workers.notify.redis.RedisLaggards;
import io.secplat.workers.notify.route.ConfiguredPlan;
import io.secplat.workers.notify.slack.BoundedSlackCall;
import io.secplat.workers.notify.slack.SlackChannels;
import io.secplat.workers.notify.twilio.BoundedTwilioCall;
import io.secplat.workers.notify.twilio.TwilioChannels;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** The notifier: stream, router, stages and the channels that this installation has. */
@ApplicationScoped
public class NotifyWiring {

    private static final String BATON = "{secplat:notify}:baton";
    private static final Duration BLOCK = Duration.ofMillis(100);
    private static final int AT_ONCE = 32;

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory threads;

    @Produces
    @Singleton
    Worker notifier(
            StreamConsumers consumers,
            ConsumerSettings shared,
            Courier courier,
            Notifier.Memory memory,
            RedisBaton baton,
            Config config,
            List<Channel> channels,
            ConfiguredPlan plan,
            NotifyFigures figures,
            Clock clock,
            Journal journal) {
        ConsumerSettings settings = settings(shared, config);
        Notifier notifier = new Notifier(
                channels,
                plan,
                memory,
                rules(config, settings.retry()),
                new Notifier.Surroundings(courier.publisher(), clock, journal, figures, threads));
        String consumer = config.getOptionalValue("NOTIFIER_CONSUMER", String.class)
                .orElseGet(() -> ConsumerName.of(Role.NOTIFIER));
        Worker worker = consumers.each(Role.NOTIFIER, ConsumerGroup.NOTIFIERS, consumer, settings, notifier.handler());
        return consumers.alone(worker, baton, baton.term(), () -> {
            channels.forEach(channel -> figures.serves(channel.name()));
            notifier.begin();
        });
    }

    @Produces
    @Singleton
    NotifyFigures figures(Instance<MetricRegistry> registry, Journal journal) {
        return registry.isResolvable() ? new NotifyMetrics(registry.get(), journal) : NotifyFigures.NONE;
    }

    static Notifier.Rules rules(Config config, RetryPolicy retry) {
        return new Notifier.Rules(
                retry,
                new GroupRules(
                        Duration.ofSeconds(number(config, "NOTIFY_GROUP_SECONDS")),
                        Duration.ofSeconds(number(config, "NOTIFY_GROUP_MAX_SECONDS"))),
                Duration.ofSeconds(number(config, "NOTIFY_DOUBT_SECONDS")),
                mostInHand(config));
    }

    private static int mostInHand(Config config) {
        String name = "NOTIFY_MOST_IN_HAND";
        int most = config.getOptionalValue(name, Integer.class).orElseGet(() -> Math.toIntExact(usual(name)));
        if (most < 1) {
            throw new IllegalArgumentException(name + " must be 1 or more, not " + most);
        }
        return most;
    }

    private static long number(Config config, String name) {
        return config.getOptionalValue(name, Long.class).orElseGet(() -> usual(name));
    }

    private static long usual(String name) {
        return Long.parseLong(KnownSettings.usual(name));
    }

    /** Nobody else works on the stream, so that what the last notifier had in hand is taken over soon. */
    static ConsumerSettings settings(ConsumerSettings shared, Config config) {
        RetryPolicy retry = shared.retry();
        String claimIdle = "NOTIFIER_STREAM_CLAIM_IDLE_MS";
        Duration idle = Duration.ofMillis(config.getOptionalValue(claimIdle, Long.class)
                .orElseGet(() -> Math.min(shared.claimIdle().toMillis(), usual(claimIdle))));
        int retries = config.getOptionalValue("NOTIFIER_STREAM_MAX_RETRIES", Integer.class)
                .orElse(retry.maxRetries());
        return shared.withClaimIdle(idle)
                .withBlock(BLOCK)
                .withHoldLimit(mostInHand(config))
                .withConcurrency(AT_ONCE)
                .alone()
                .withRetry(new RetryPolicy(retries, retry.base(), retry.max()))
                .withFailureReason(NotifyReasons.DELIVERY_FAILED);
    }

    @Produces
    @Singleton
    RoleOperations operations(List<Channel> channels, Courier courier, IdSource ids, Clock clock) {
        List<String> names =
                channels.stream().map(channel -> channel.name().wire()).toList();
        return new RoleOperations(
                Role.NOTIFIER,
                "Notifications",
                NotificationsMXBean.class,
                new NotificationsConsole(names, courier, ids, clock));
    }

    /** The baton's holder has a name that no other process has, whatever it is called in the consumer group. */
    @Produces
    @Singleton
    RedisBaton baton(RedisServer redis, Config config) {
        Duration term = Duration.ofMillis(number(config, "NOTIFIER_TURN_MS"));
        return new RedisBaton(redis.link(), BATON, UUID.randomUUID().toString(), term);
    }

    @Produces
    @Singleton
    Notifier.Memory memory(RedisServer redis, RedisBaton baton) {
        return new Notifier.Memory(
                new RedisDeliveryLog(redis.link(), baton),
                new RedisGate(redis.link()),
                new RedisLaggards(redis.link()));
    }

    @Produces
    @Singleton
    List<Channel> channels(
            Config config,
            BoundedSlackCall slack,
            BoundedTwilioCall twilio,
            BoundedJiraCall jira,
            Clock clock,
            Journal journal) {
        List<Channel> all = new ArrayList<>();
        all.addAll(configured(
                "slack", () -> SlackChannels.of(config, slack, clock).stream().toList(), journal));
        all.addAll(configured("twilio", () -> TwilioChannels.of(config, twilio, clock), journal));
        all.addAll(configured(
                "jira", () -> JiraChannels.of(config, jira, clock).stream().toList(), journal));
        return List.copyOf(all);
    }

    /** One that is set up badly is off, which the log tells, and holds up no other. */
    private static List<Channel> configured(String service, Supplier<List<Channel>> factory, Journal journal) {
        try {
            return factory.get();
        } catch (IllegalArgumentException e) {
            journal.warn(
                    "notify.configure", "off", Map.of("channel", service, "reason", String.valueOf(e.getMessage())));
            return List.of();
        }
    }
}
