package io.secplat.bench.notice;

import io.secplat.bench.fault.Stores;
import io.secplat.bench.notice.node.NotifierNode;
import io.secplat.local.launch.Part;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One seed: notifiers of which one tells at a time, messages at a steady pace, and strikes at times that the seed names. When those are
 * over everything is left alone until nothing is left to do; then the ledger is asked.
 */
final class NoticeRun implements AutoCloseable {

    private static final int LOOK_MS = 50;

    /** Long enough to lose the turn, and shorter than the doubt. */
    private static final int LEAST_FROZEN_MS = 700;

    /** Half of the doubt, lest one that wakes up late on a busy machine has slept longer than anybody may. */
    private static final int MOST_FROZEN_MS = (int) NotifierNode.DOUBT.toMillis() / 2;

    /** So often nothing was left to do: long enough for the last words of somebody who was frozen. */
    private static final int QUIET_LOOKS = 10;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Stores stores;
    private final Services services;
    private final NoticePlan plan;
    private final long seed;
    private final Random random;
    private final List<Strike> strikes;
    private final Streams streams;
    private final Diary diary;
    private final Fleet fleet;
    private final Mailman mailman;
    private final Progress progress;
    private final CountDownLatch never = new CountDownLatch(1);

    NoticeRun(Stores stores, Services services, NoticePlan plan, Path log, long seed, PrintStream out) {
        Clock clock = Clock.systemUTC();
        this.stores = stores;
        this.services = services;
        this.plan = plan;
        this.seed = seed;
        this.random = new Random(seed);
        this.strikes = Strike.all(plan, random);
        this.streams = new Streams(stores.redisUrl());
        this.diary = new Diary(clock);
        Map<String, String> environment = new HashMap<>(services.settings());
        environment.put("REDIS_URL", stores.redisUrl());
        environment.put("CLAIM_IDLE_MS", Long.toString(plan.claimIdle().toMillis()));
        environment.put("GROUPED", plan.grouped() ? "on" : "off");
        this.fleet = new Fleet(environment, log, diary);
        this.mailman = new Mailman(
                streams,
                new Story(plan.assets(), new Random(seed)).messages(plan.messages()),
                plan.pace(strikes.size()),
                clock);
        this.progress = new Progress(out, this::state);
    }

    /** Runs the seed to its end. */
    Verdict run() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        stores.flush();
        services.clear();
        Streams.neverHoldBackWrites(stores.redisUrl());
        for (int n = 0; n < plan.replicas(); n++) {
            fleet.start();
        }
        mailman.start();
        long end = begin + PATIENCE.toNanos();
        while (services.size() == 0 && fleet.fallen().isEmpty() && System.nanoTime() < end) {
            watch(LOOK_MS);
        }
        for (int done = 0; done < strikes.size() && fleet.fallen().isEmpty(); done++) {
            mailman.allow((int) ((done + 1L) * plan.messages() / strikes.size()));
            long told = services.size();
            watch(400 + random.nextInt(1_000));
            awaitWords(told);
            strike(strikes.get(done));
        }
        List<String> others = settle();
        others.addAll(
                fleet.fallen().stream().map(name -> name + " ended by itself").toList());
        Audit audit = new Audit(mailman.published(), services, streams, diary);
        audit.broken().computeIfAbsent("other", none -> new ArrayList<>()).addAll(others);
        return new Verdict(
                seed,
                mailman.published().size(),
                services.told(),
                (System.nanoTime() - begin) / 1e9,
                diary.counts(),
                remarks(audit),
                audit.broken());
    }

    private List<String> remarks(Audit audit) {
        List<String> remarks = new ArrayList<>(audit.remarks());
        long seconds = plan.outage().length().toSeconds();
        if (seconds > 0) {
            remarks.add("an outage of " + seconds + " s stood for " + seconds + " minutes (1:60)");
        }
        return remarks;
    }

    /** Lest notifiers only ever die while they start, they tell some messages between two strikes; but that is not awaited for long. */
    private void awaitWords(long told) throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        long enough = told + plan.wordsBetween(strikes.size());
        while (services.size() < enough && System.nanoTime() < end) {
            watch(LOOK_MS);
        }
    }

    private void strike(Strike strike) throws IOException, InterruptedException {
        if (strike instanceof Strike.Kill) {
            fleet.kill(fleet.choose(streams, random));
        } else if (strike instanceof Strike.Freeze) {
            fleet.freeze(
                    fleet.choose(streams, random), LEAST_FROZEN_MS + random.nextInt(MOST_FROZEN_MS - LEAST_FROZEN_MS));
        } else if (strike instanceof Strike.RestartRedis) {
            diary.note("restart", "redis");
            stores.restart(Part.REDIS);
            Streams.neverHoldBackWrites(stores.redisUrl());
        } else if (strike instanceof Strike.Turn turn) {
            diary.note(turn.service().wire() + "_" + turn.mood().name().toLowerCase(Locale.ROOT), "");
            services.turn(turn.service(), turn.mood(), 300 + random.nextInt(1_500));
        } else if (strike instanceof Strike.GoDown down) {
            diary.note(down.service().wire() + "_down", "");
            services.goDown(down.service(), plan.outage().length());
        }
    }

    private void watch(long millis) throws IOException, InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        while (System.nanoTime() < end) {
            boolean unused = never.await(LOOK_MS, TimeUnit.MILLISECONDS);
            fleet.look();
            services.look().forEach(service -> diary.note(service.wire() + "_up", ""));
            progress.look();
        }
    }

    private String state() {
        return mailman.published().size() + " of " + plan.messages() + " published, told " + services.told()
                + ", kills " + diary.counts().getOrDefault("kill", 0L) + " of " + plan.kills()
                + (services.isDown() ? ", one is down" : "");
    }

    /** Until nothing is left to do; stuck is what gets nowhere for long, however slow the machine is. */
    private List<String> settle() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        long last = Long.MIN_VALUE;
        Optional<Left> left = Optional.empty();
        int quiet = 0;
        while (System.nanoTime() < end) {
            watch(200);
            left = streams.left();
            boolean idle = !mailman.isAlive()
                    && fleet.isAwake()
                    && !services.isDown()
                    && left.filter(Left::isNothing).isPresent();
            quiet = idle ? quiet + 1 : 0;
            if (quiet == QUIET_LOOKS) {
                return new ArrayList<>();
            }
            long now = left.map(rest -> mailman.published().size() - rest.count() + services.size())
                    .orElse(Long.MIN_VALUE);
            if (now > last || services.isDown()) {
                last = Math.max(now, last);
                end = System.nanoTime() + PATIENCE.toNanos();
            }
        }
        return new ArrayList<>(List.of("nothing went on for " + PATIENCE.toSeconds() + " s, left " + Left.words(left)));
    }

    @Override
    public void close() {
        fleet.close();
        mailman.interrupt();
        streams.close();
    }
}
