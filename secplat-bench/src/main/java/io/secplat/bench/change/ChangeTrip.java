package io.secplat.bench.change;

import io.secplat.bench.notice.SlackStandIn;
import io.secplat.contracts.document.AssetStatusDocument;
import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.AssetStatus;
import io.secplat.search.AssetStatuses;
import io.secplat.search.PostureFilter;
import io.secplat.stream.redis.RedisCourier;
import io.secplat.stream.redis.RedisServer;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Changes at a steady pace, first the whole way, then straight to the notifier. */
final class ChangeTrip {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(20);

    private final AssetStatuses statuses;
    private final RedisServer redis;
    private final SlackStandIn slack;
    private final ChangePlan plan;
    private final Clock clock = Clock.systemUTC();
    private final CountDownLatch never = new CountDownLatch(1);
    private final Derivations derivations;
    private final Map<AssetKey, AssetStatusDocument> calm = new HashMap<>();

    ChangeTrip(AssetStatuses statuses, RedisServer redis, SlackStandIn slack, ChangePlan plan) {
        this.statuses = statuses;
        this.redis = redis;
        this.slack = slack;
        this.plan = plan;
        this.derivations = new Derivations(statuses, new RedisCourier(redis).publisher(), clock);
    }

    /** Where changes begin: at assets that are up. */
    List<AssetKey> calm() {
        statuses.all(PostureFilter.ALL).stream()
                .filter(document -> document.status() == AssetStatus.UP)
                .forEach(document -> calm.put(document.assetKey(), document));
        return calm.keySet().stream().sorted().toList();
    }

    /** From a new status through the API and the notifier. */
    Way whole(List<AssetKey> assets) throws InterruptedException {
        List<Change> changes = Change.of(assets, plan.warmUpChanges() + plan.changes(), plan.gap());
        try (NotifyTail tail = new NotifyTail(redis.link())) {
            Map<Change, Pacer.Done> done = run(changes, derivations::change);
            return new Way(
                    done,
                    tail.all(),
                    Arrivals.of(slack.posts()).first(),
                    changes.subList(plan.warmUpChanges(), changes.size()));
        }
    }

    /** From the notify stream alone. */
    Way reference(List<AssetKey> assets) throws InterruptedException {
        List<Change> changes = Change.of(assets, plan.changes(), plan.gap());
        Map<Change, Pacer.Done> done = run(changes, some -> derivations.ask(some, calm));
        return new Way(done, Map.of(), Arrivals.of(slack.posts()).first(), changes);
    }

    private Map<Change, Pacer.Done> run(List<Change> changes, Consumer<List<Change>> doing)
            throws InterruptedException {
        Map<Change, Pacer.Done> done = new Pacer(clock, this::pause, plan.rate()).run(changes, doing);
        await(changes);
        return done;
    }

    /** Until all are told, or nothing more comes. */
    private void await(List<Change> changes) throws InterruptedException {
        int seen = -1;
        long end = System.nanoTime();
        while (Arrivals.of(slack.posts()).told(changes) < changes.size()) {
            if (slack.size() > seen) {
                seen = slack.size();
                end = System.nanoTime() + PATIENCE.toNanos();
            } else if (System.nanoTime() > end) {
                return;
            }
            pause(LOOK);
        }
    }

    private void pause(Duration duration) throws InterruptedException {
        boolean unused = !duration.isNegative() && never.await(duration.toNanos(), TimeUnit.NANOSECONDS);
    }
}
