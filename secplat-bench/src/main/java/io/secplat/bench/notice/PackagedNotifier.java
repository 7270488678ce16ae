package io.secplat.bench.notice;

import io.secplat.bench.load.Latencies;
import io.secplat.local.launch.Layout;
import io.secplat.local.launch.LocalPlatform;
import io.secplat.local.launch.Part;
import io.secplat.local.process.Running;
import io.secplat.local.store.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** The notifier as it is shipped, in its server with its Fault Tolerance, told by a steady pace of messages for all three services. */
final class PackagedNotifier implements AutoCloseable {

    /**
     * After a restart with many messages waiting.
     *
     * @param started and ready: seconds until Slack got the first, from the start of the process and since it said that it is ready
     * @param peak the most memory that it has had, in MiB
     */
    record Backlog(double started, double ready, double peak) {}

    private static final int PER_SECOND = 50;
    private static final int SECONDS = 60;
    private static final int BATCH = 500;
    private static final int LATER = 2_000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<Service> ALL = List.of(Service.SLACK, Service.JIRA, Service.SMS);
    private static final String PLAN = "{\"routes\":[{\"name\":\"all\",\"channels\":[\"slack\",\"jira\",\"sms\"]}]}";

    private final LocalPlatform platform;
    private final Services services;
    private final Clock clock = Clock.systemUTC();
    private final CountDownLatch never = new CountDownLatch(1);
    private final Map<Integer, Instant> due = new HashMap<>();
    private int numbers;

    private PackagedNotifier(LocalPlatform platform, Services services) {
        this.platform = platform;
        this.services = services;
    }

    /** Starts Redis and the server. */
    static PackagedNotifier start(Path root, Path data) throws IOException, InterruptedException {
        Files.createDirectories(data.resolve("run"));
        Services services = new Services(ALL, Clock.systemUTC());
        Map<String, String> environment = new TreeMap<>(System.getenv());
        for (Part part : Part.values()) {
            environment.put(part.portVariable(), Integer.toString(FreePort.find()));
        }
        environment.putAll(channels());
        environment.putAll(services.settings());
        PackagedNotifier notifier =
                new PackagedNotifier(LocalPlatform.fresh(new Layout(root, data), environment), services);
        for (Part part : List.of(Part.REDIS, Part.NOTIFIER)) {
            notifier.platform.start(part).awaitReady(PATIENCE);
        }
        return notifier;
    }

    private static Map<String, String> channels() {
        Map<String, String> channels = new HashMap<>();
        channels.put("NOTIFY_ROUTES", PLAN);
        channels.put("SLACK_BOT_TOKEN", "xoxb-harness");
        channels.put("SLACK_CHANNEL", "C0000000OPS");
        channels.put("JIRA_EMAIL", "harness@secplat.example.org");
        channels.put("JIRA_API_TOKEN", "harness");
        channels.put("JIRA_PROJECT_KEY", "SEC");
        channels.put("TWILIO_ACCOUNT_SID", "ACharness");
        channels.put("TWILIO_AUTH_TOKEN", "harness");
        channels.put("TWILIO_SMS_FROM", "+14155550123");
        channels.put("SMS_ALERT_TO", "+4917699995822");
        for (String service : List.of("SLACK", "JIRA", "TWILIO")) {
            channels.put(service + "_RATE_PER_SECOND", "1000");
            channels.put(service + "_BURST", "1000");
        }
        return channels;
    }

    /** From the moment a message was due until Slack's and Jira's door, while SMS is in that mood; it is well again when this returns. */
    Latencies others(Mood mood) throws IOException, InterruptedException {
        host(Service.SMS).be(mood);
        int first = numbers + 1;
        try (Streams streams = new Streams(redisUrl())) {
            publish(streams);
            await(Service.SLACK, numbers);
            await(Service.JIRA, numbers);
            host(Service.SMS).be(Mood.WELL);
            settle(streams);
        }
        Latencies latencies = new Latencies();
        for (Service service : List.of(Service.SLACK, Service.JIRA)) {
            standIn(service).posts().forEach(post -> post.numbers().stream()
                    .filter(number -> number >= first)
                    .forEach(number -> latencies.add(
                            Duration.between(due.get(number), post.at()).toNanos())));
        }
        return latencies;
    }

    /** Restarts the server while so many messages for all three services wait; they are left where they are. */
    Backlog restart(int waiting) throws IOException, InterruptedException {
        boolean unused = platform.stop(Part.NOTIFIER);
        services.clear();
        try (Streams streams = new Streams(redisUrl())) {
            for (int sent = 0; sent < waiting; sent += BATCH) {
                streams.publish(IntStream.range(sent, sent + BATCH)
                        .mapToObj(n -> new Told(++numbers, "test", "").outgoing(clock.instant()))
                        .toList());
            }
        }
        Instant started = clock.instant();
        platform.start(Part.NOTIFIER).awaitReady(PATIENCE);
        Instant ready = clock.instant();
        for (Service service : ALL) {
            await(service, LATER);
        }
        Instant first = standIn(Service.SLACK).posts().get(0).at();
        return new Backlog(seconds(started, first), seconds(ready, first), peak());
    }

    private static double seconds(Instant from, Instant until) {
        return Math.max(0, Duration.between(from, until).toNanos() / 1e9);
    }

    private void publish(Streams streams) throws InterruptedException {
        Instant begin = clock.instant();
        for (int n = 0; n < PER_SECOND * SECONDS; n++) {
            Told told = new Told(++numbers, "test", "");
            Instant when = begin.plusNanos(n * 1_000_000_000L / PER_SECOND);
            due.put(told.number(), when);
            pause(Duration.between(clock.instant(), when));
            streams.publish(List.of(told.outgoing(clock.instant())));
        }
    }

    private void await(Service service, int count) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (standIn(service).size() < count) {
            expectBefore(end, standIn(service).size() + " of " + count + " told at " + service.wire());
        }
    }

    private void settle(Streams streams) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (streams.left().filter(Left::isNothing).isEmpty()) {
            expectBefore(end, "left " + Left.words(streams.left()));
        }
    }

    private void expectBefore(long end, String otherwise) throws InterruptedException {
        if (System.nanoTime() > end) {
            throw new IllegalStateException("stuck: " + otherwise);
        }
        pause(Duration.ofMillis(20));
    }

    private void pause(Duration time) throws InterruptedException {
        boolean unused = !time.isNegative() && never.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    private String redisUrl() {
        return "redis://127.0.0.1:" + platform.settings().port(Part.REDIS);
    }

    private Host host(Service service) {
        return standIn(service).host();
    }

    private StandIn standIn(Service service) {
        return services.all().stream()
                .filter(one -> one.service() == service)
                .findFirst()
                .orElseThrow();
    }

    /** The most memory that the server has had, in MiB. */
    double peak() throws IOException {
        Running server = platform.running(Part.NOTIFIER).orElseThrow();
        return Memory.peak(server.stamp().pid());
    }

    @Override
    public void close() throws IOException {
        for (Part part : List.of(Part.NOTIFIER, Part.REDIS)) {
            boolean unused = platform.stop(part);
        }
        services.close();
    }
}
