package io.secplat.bench.notice;

import io.secplat.bench.fault.Node;
import io.secplat.bench.fault.Stores;
import io.secplat.bench.notice.node.Kept;
import io.secplat.bench.notice.node.NotifierNode;
import io.secplat.bench.report.Machine;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One notifier and an incoming webhook that takes everything: for how long its acceptance is without record. */
final class WebhookWindow {

    /** Messages that are told first and do not count. */
    private static final int WARM_UP = 500;

    private static final int HEAP_MIB = 256;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Stores stores;
    private final Path log;
    private final PrintStream out;
    private final Clock clock = Clock.systemUTC();
    private final Map<Integer, Instant> kept = new ConcurrentHashMap<>();
    private final CountDownLatch never = new CountDownLatch(1);

    WebhookWindow(Stores stores, Path log, PrintStream out) {
        this.stores = stores;
        this.log = log;
        this.out = out;
    }

    /** Prints the figures of so many messages, told after some that do not count. */
    void run(int messages) throws IOException, InterruptedException {
        Machine.facts().forEach((name, value) -> out.println("* " + name + ": " + value));
        stores.flush();
        try (WebhookStandIn webhook = new WebhookStandIn(clock);
                Streams streams = new Streams(stores.redisUrl());
                Node node = start(webhook)) {
            publish(streams, WARM_UP + messages);
            await(WARM_UP + messages, node);
            out.println(spans(webhook.posts()).line(SpeedTrip.STEADY));
        }
    }

    private Node start(WebhookStandIn webhook) throws IOException {
        Map<String, String> environment = new HashMap<>(webhook.settings());
        environment.put("CHANNELS", webhook.service().wire());
        environment.put("NAME", "notifier");
        environment.put("REDIS_URL", stores.redisUrl());
        environment.put("UNLIMITED", "on");
        environment.put("TIMED", "on");
        return Node.start(
                NotifierNode.class,
                environment,
                log,
                line -> Kept.of(line).ifPresent(one -> kept.put(number(one), one.at())),
                HEAP_MIB);
    }

    private static Integer number(Kept one) {
        return Integer.valueOf(one.dedupeKey().replaceAll(".*:", ""));
    }

    private void publish(Streams streams, int messages) throws InterruptedException {
        long begin = System.nanoTime();
        for (int number = 1; number <= messages; number++) {
            streams.publish(List.of(Told.outage(number).outgoing(clock.instant())));
            pause(begin + number * 1_000_000_000L / SpeedTrip.STEADY - System.nanoTime());
        }
    }

    private void await(int messages, Node node) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (kept.size() < messages) {
            if (!node.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("stuck at " + kept.size() + " of " + messages + " messages");
            }
            pause(10_000_000);
        }
    }

    private Spans spans(List<Post> posts) {
        Spans spans = new Spans();
        for (Post post : posts) {
            for (Integer number : post.numbers()) {
                Instant at = kept.get(number);
                if (number > WARM_UP && at != null) {
                    spans.add(Duration.between(post.at(), at));
                }
            }
        }
        return spans;
    }

    private void pause(long nanos) throws InterruptedException {
        boolean unused = nanos > 0 && never.await(nanos, TimeUnit.NANOSECONDS);
    }
}
