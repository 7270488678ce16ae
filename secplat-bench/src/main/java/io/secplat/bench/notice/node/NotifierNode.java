package io.secplat.bench.notice.node;

import io.secplat.bench.fault.node.Forever;
import io.secplat.bench.fault.node.Say;
import io.secplat.contracts.event.ConsumerGroup;
import io.secplat.runtime.Journal;
import io.secplat.runtime.Role;
import io.secplat.runtime.Worker;
import io.secplat.stream.ConsumerSettings;
import io.secplat.stream.RetryPolicy;
import io.secplat.stream.StreamConsumer;
import io.secplat.stream.StreamConsumers;
import io.secplat.stream.redis.RedisBaton;
import io.secplat.stream.redis.RedisCourier;
import io.secplat.stream.redis.RedisServer;
import io.secplat.workers.notify.Notifier;
import io.secplat.workers.notify.channel.Channel;
import io.secplat.workers.notify.pipeline.NotifyFigures;
import io.secplat.workers.notify.pipeline.deliver.DeliveryLog;
import io.secplat.workers.notify.pipeline.group.GroupRules;
import io.secplat.workers.notify.redis.RedisDeliveryLog;
import io.secplat.workers.notify.redis.RedisGate;
import io.secplat.workers.notify.redis.RedisLaggards;
import io.secplat.workers.notify.route.RoutePlan;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/**
 * A notifier as the product wires it, with shorter times. Its environment: REDIS_URL, NAME, CHANNELS and the addresses that
 * {@link NodeChannels} names, CONCURRENCY, CLAIM_IDLE_MS, GROUPED (on gathers what comes together), UNLIMITED (on sends as fast as
 * it can), TIMED (on says when the delivery log holds an acceptance, as {@link Kept}).
 */
public final class NotifierNode {

    /** Where the baton lies; its holder's name begins with the node's and a slash. */
    public static final String BATON = "{secplat:notify}:baton";

    /** How long the baton is lent. */
    public static final Duration TURN = Duration.ofMillis(600);

    /** Five turns, as in the product; nobody may stand still for longer and tell something then. */
    public static final Duration DOUBT = TURN.multipliedBy(5);

    private static final int MOST_IN_HAND = 20_000;
    private static final RetryPolicy RETRY = new RetryPolicy(1_000_000, Duration.ofMillis(100), Duration.ofSeconds(1));
    private static final GroupRules APART = new GroupRules(Duration.ZERO, Duration.ZERO);
    private static final GroupRules TOGETHER = new GroupRules(Duration.ofMillis(500), Duration.ofSeconds(2));

    private final Map<String, String> environment;
    private final Clock clock = Clock.systemUTC();
    private final String name;
    private final Journal journal;
    private final RedisServer redis;

    private NotifierNode(Map<String, String> environment) {
        this.environment = environment;
        this.name = environment.getOrDefault("NAME", "notifier");
        this.journal = new Journal(name, clock, System.err);
        this.redis = RedisServer.at(Optional.ofNullable(environment.get("REDIS_URL")), Duration.ofSeconds(2));
    }

    public static void main(String[] arguments) throws InterruptedException {
        new NotifierNode(System.getenv()).worker().run(new Forever());
    }

    private Worker worker() {
        RedisCourier courier = new RedisCourier(redis);
        RedisBaton baton = new RedisBaton(redis.link(), BATON, name + "/" + UUID.randomUUID(), TURN);
        List<Channel> channels = channels();
        RoutePlan plan = NodeChannels.plan(channels);
        Notifier notifier = new Notifier(
                channels,
                () -> plan,
                new Notifier.Memory(
                        log(new RedisDeliveryLog(redis.link(), baton)),
                        new RedisGate(redis.link()),
                        new RedisLaggards(redis.link())),
                new Notifier.Rules(RETRY, isOn("GROUPED") ? TOGETHER : APART, DOUBT, MOST_IN_HAND),
                new Notifier.Surroundings(
                        courier.publisher(), clock, journal, NotifyFigures.NONE, NotifierNode::daemon));
        StreamConsumers consumers = new StreamConsumers(
                courier, new StreamConsumer.Surroundings(clock, new Random(), journal, NotifierNode::daemon));
        Worker worker = consumers.each(Role.NOTIFIER, ConsumerGroup.NOTIFIERS, name, settings(), notifier.handler());
        return consumers.alone(worker, baton, baton.term(), notifier::begin);
    }

    private DeliveryLog log(DeliveryLog real) {
        return isOn("TIMED") ? new TimedLog(real, clock, Say::line) : real;
    }

    private ConsumerSettings settings() {
        return ConsumerSettings.DEFAULT
                .withClaimIdle(Duration.ofMillis(Long.parseLong(environment.getOrDefault("CLAIM_IDLE_MS", "600"))))
                .withBlock(Duration.ofMillis(100))
                .withHoldLimit(MOST_IN_HAND)
                .withConcurrency(Integer.parseInt(environment.getOrDefault("CONCURRENCY", "32")))
                .alone()
                .withRetry(RETRY)
                .withFailureReason("notification_delivery_failed");
    }

    private List<Channel> channels() {
        List<Channel> channels = new NodeChannels(environment, clock).all();
        return isOn("UNLIMITED")
                ? channels.stream().<Channel>map(Unlimited::new).toList()
                : channels;
    }

    private boolean isOn(String variable) {
        return "on".equals(environment.get(variable));
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "notifier");
        thread.setDaemon(true);
        return thread;
    }
}
