package io.secplat.bench.notice;

import io.secplat.bench.fault.Node;
import io.secplat.bench.fault.Stores;
import io.secplat.bench.load.Latencies;
import io.secplat.bench.notice.node.NotifierNode;
import io.secplat.stream.EventPublisher.Outgoing;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One notifier, so many messages at once, against a Slack that takes everything. */
final class SpeedTrip {

    /** Messages that wait when the notifier starts: those that are all sent, and those of which the first is awaited. */
    static final int WAITING = 10_000;

    static final int MANY_WAITING = 100_000;

    /** Messages a second of the steady part. */
    static final int STEADY = 50;

    private static final int STEADY_SECONDS = 20;
    private static final int LATER = 2_000;
    private static final int BATCH = 500;
    private static final int HEAP_MIB = 256;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Stores stores;
    private final SlackStandIn slack;
    private final Path log;
    private final int atOnce;
    private final Clock clock = Clock.systemUTC();
    private final CountDownLatch never = new CountDownLatch(1);

    SpeedTrip(Stores stores, SlackStandIn slack, Path log, int atOnce) {
        this.stores = stores;
        this.slack = slack;
        this.log = log;
        this.atOnce = atOnce;
    }

    Figures run() throws IOException, InterruptedException {
        Latencies latencies = new Latencies();
        try (Streams streams = new Streams(stores.redisUrl())) {
            double perSecond = busy(streams, latencies);
            begin(streams, MANY_WAITING);
            Instant started = clock.instant();
            try (Node node = start()) {
                await(1);
                Instant first = slack.posts().get(0).at();
                await(LATER);
                return new Figures(
                        perSecond,
                        latencies.percentile(50),
                        latencies.percentile(99),
                        Duration.between(started, first).toNanos() / 1e9,
                        Memory.peak(node.pid()));
            }
        }
    }

    private double busy(Streams streams, Latencies latencies) throws IOException, InterruptedException {
        begin(streams, WAITING);
        Node node = start();
        try {
            await(WAITING);
            double perSecond = perSecond(slack.posts());
            steady(streams, latencies);
            return perSecond;
        } finally {
            node.close();
        }
    }

    private void begin(Streams streams, int waiting) {
        stores.flush();
        slack.clear();
        for (int sent = 0; sent < waiting; sent += BATCH) {
            List<Outgoing> batch = new ArrayList<>();
            for (int number = sent + 1; number <= sent + BATCH; number++) {
                batch.add(Told.outage(number).outgoing(clock.instant()));
            }
            streams.publish(batch);
        }
    }

    private Node start() throws IOException {
        Map<String, String> environment = new HashMap<>(slack.settings());
        environment.put("NAME", "notifier");
        environment.put("REDIS_URL", stores.redisUrl());
        environment.put("CONCURRENCY", Integer.toString(atOnce));
        environment.put("UNLIMITED", "on");
        return Node.start(NotifierNode.class, environment, log, line -> {}, HEAP_MIB);
    }

    private static double perSecond(List<Post> posts) {
        Duration taken =
                Duration.between(posts.get(0).at(), posts.get(posts.size() - 1).at());
        return (posts.size() - 1) * 1e9 / taken.toNanos();
    }

    private void steady(Streams streams, Latencies latencies) throws InterruptedException {
        Map<Integer, Instant> published = new HashMap<>();
        int before = slack.size();
        long begin = System.nanoTime();
        for (int n = 1; n <= STEADY * STEADY_SECONDS; n++) {
            Told told = Told.outage(WAITING + n);
            Instant now = clock.instant();
            published.put(told.number(), now);
            streams.publish(List.of(told.outgoing(now)));
            pause(begin + n * 1_000_000_000L / STEADY - System.nanoTime());
        }
        await(before + STEADY * STEADY_SECONDS);
        for (Post post : slack.posts()) {
            for (Integer number : post.numbers()) {
                Instant at = published.get(number);
                if (at != null) {
                    latencies.add(Duration.between(at, post.at()).toNanos());
                }
            }
        }
    }

    private void await(int posts) throws InterruptedException {
        int last = -1;
        long end = System.nanoTime();
        while (slack.size() < posts) {
            int now = slack.size();
            if (now > last) {
                last = now;
                end = System.nanoTime() + PATIENCE.toNanos();
            } else if (System.nanoTime() > end) {
                throw new IllegalStateException("stuck at " + now + " of " + posts + " posts");
            }
            pause(10_000_000);
        }
    }

    private void pause(long nanos) throws InterruptedException {
        boolean unused = nanos > 0 && never.await(nanos, TimeUnit.NANOSECONDS);
    }
}
