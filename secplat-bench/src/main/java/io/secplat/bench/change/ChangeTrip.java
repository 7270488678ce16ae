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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Changes at a steady pace, first the whole way, then straight to the notifier. A status document is written some seconds before its change
 * is published, so that what is published keeps the pace however slow the index is.
 */
final class ChangeTrip {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration AHEAD = Duration.ofSeconds(ChangePlan.AHEAD_SECONDS);
    private static final Duration LOOK = Duration.ofMillis(200);

    private final AssetStatuses statuses;
    private final RedisServer redis;
    private final SlackStandIn slack;
    private final ChangePlan plan;
    private final Clock clock = Clock.systemUTC();
    private final CountDownLatch never = new CountDownLatch(1);
    private final ChangeMail mail;
    private final Map<AssetKey, AssetStatusDocument> calm = new HashMap<>();

    ChangeTrip(AssetStatuses statuses, RedisServer redis, SlackStandIn slack, ChangePlan plan) {
        this.statuses = statuses;
        this.redis = redis;
        this.slack = slack;
        this.plan = plan;
        this.mail = new ChangeMail(new RedisCourier(redis).publisher(), clock);
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
        StatusWriter writer = new StatusWriter(statuses, clock);
        FutureTask<Map<Change, Pacer.Done>> writing = new FutureTask<>(() -> pacer().run(changes, writer::write));
        try (NotifyTail tail = new NotifyTail(redis.link())) {
            begin(writing);
            pause(AHEAD);
            Map<Change, Pacer.Done> published = run(changes, some -> mail.tell(some, writer), tail::titles);
            return new Way(
                    result(writing),
                    published,
                    tail.all(),
                    Arrivals.of(slack.posts(), tail.titles()).first(),
                    changes.subList(plan.warmUpChanges(), changes.size()));
        }
    }

    private static void begin(Runnable task) {
        Thread thread = new Thread(task, "status-writer");
        thread.setDaemon(true);
        thread.start();
    }

    private static <T> T result(FutureTask<T> task) throws InterruptedException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("not every status document was written", e);
        }
    }

    /** From the notify stream alone. */
    Way reference(List<AssetKey> assets) throws InterruptedException {
        List<Change> changes = Change.of(assets, plan.changes(), plan.gapOfReference());
        Map<Change, Pacer.Done> done = run(changes, some -> mail.ask(some, calm), Map::of);
        return new Way(
                Map.of(), done, Map.of(), Arrivals.of(slack.posts(), Map.of()).first(), changes);
    }

    private Map<Change, Pacer.Done> run(
            List<Change> changes, Consumer<List<Change>> doing, Supplier<Map<String, List<Change>>> titles)
            throws InterruptedException {
        Map<Change, Pacer.Done> done = pacer().run(changes, doing);
        await(changes, titles);
        return done;
    }

    private Pacer pacer() {
        return new Pacer(clock, this::pause, plan.rate());
    }

    /** Until all are told, or nothing more comes. */
    private void await(List<Change> changes, Supplier<Map<String, List<Change>>> titles) throws InterruptedException {
        int seen = -1;
        long end = System.nanoTime();
        while (Arrivals.of(slack.posts(), titles.get()).told(changes) < changes.size()) {
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
