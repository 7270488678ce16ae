package io.secplat.bench.notice;

import io.secplat.bench.fault.Stores;
import io.secplat.contracts.event.FieldNames;
import io.secplat.contracts.event.StreamName;
import io.secplat.local.launch.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * One seed: notifiers of which one tells at a time, messages at a steady pace, and strikes at times that the seed names. When those are
 * over everything is left alone until nothing is left to do; then the ledger is asked.
 */
final class NoticeRun implements AutoCloseable {

    private static final int LOOK_MS = 50;
    /** So often nothing was left to do: long enough for the last words of somebody who was frozen. */
    private static final int QUIET_LOOKS = 10;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Stores stores;
    private final SlackStandIn slack;
    private final NoticePlan plan;
    private final long seed;
    private final Random random;
    private final Streams streams;
    private final Diary diary;
    private final Fleet fleet;
    private final Mailman mailman;
    private final CountDownLatch never = new CountDownLatch(1);
    private long slackIsWellAt;

    NoticeRun(Stores stores, SlackStandIn slack, NoticePlan plan, Path log, long seed) {
        Clock clock = Clock.systemUTC();
        this.stores = stores;
        this.slack = slack;
        this.plan = plan;
        this.seed = seed;
        this.random = new Random(seed);
        this.streams = new Streams(stores.redisUrl());
        this.diary = new Diary(clock);
        Map<String, String> environment = Map.of(
                "REDIS_URL", stores.redisUrl(),
                "SLACK_API_URL", slack.url(),
                "CLAIM_IDLE_MS", Long.toString(plan.claimIdle().toMillis()),
                "GROUPED", plan.grouped() ? "on" : "off");
        this.fleet = new Fleet(environment, log, diary);
        this.mailman = new Mailman(
                streams, Told.sequence(plan.messages(), NoticePlan.ASSETS, new Random(seed)), plan.pace(), clock);
    }

    /** Runs the seed to its end. */
    Verdict run() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        stores.flush();
        slack.clear();
        Streams.neverHoldBackWrites(stores.redisUrl());
        for (int n = 0; n < plan.replicas(); n++) {
            fleet.start();
        }
        mailman.start();
        long end = begin + PATIENCE.toNanos();
        while (slack.room().size() == 0 && System.nanoTime() < end) {
            watch(LOOK_MS);
        }
        for (Strike strike : Strike.all(plan, random)) {
            watch(400 + random.nextInt(1_000));
            strike(strike);
        }
        List<String> stuck = settle();
        return verdict(stuck, (System.nanoTime() - begin) / 1e9);
    }

    private void strike(Strike strike) throws IOException, InterruptedException {
        switch (strike) {
            case KILL -> fleet.kill(fleet.choose(streams, random));
            case FREEZE -> fleet.freeze(fleet.choose(streams, random), 700 + random.nextInt(2_000));
            case RESTART_REDIS -> {
                diary.note("restart", "redis");
                stores.restart(Part.REDIS);
                Streams.neverHoldBackWrites(stores.redisUrl());
            }
            case SLACK_LIMITS -> slack(Mood.LIMITS);
            case SLACK_FAILS -> slack(Mood.FAILS);
            case SLACK_LOSES -> slack(Mood.LOSES);
            case SLACK_AWAY -> slack(Mood.AWAY);
        }
    }

    private void slack(Mood mood) throws IOException {
        diary.note("slack_" + mood.name().toLowerCase(Locale.ROOT), "");
        slack.be(mood);
        slackIsWellAt = System.nanoTime() + (300 + random.nextInt(1_500)) * 1_000_000L;
    }

    private void watch(long millis) throws IOException, InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        while (System.nanoTime() < end) {
            boolean unused = never.await(LOOK_MS, TimeUnit.MILLISECONDS);
            fleet.look();
            if (slack.mood() != Mood.WELL && System.nanoTime() > slackIsWellAt) {
                slack.be(Mood.WELL);
            }
        }
    }

    /** Until nothing is left to do; stuck is what gets nowhere for long, however slow the machine is. */
    private List<String> settle() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        long last = Long.MIN_VALUE;
        Optional<Long> left = Optional.empty();
        int quiet = 0;
        while (System.nanoTime() < end) {
            watch(200);
            left = streams.left();
            boolean idle = !mailman.isAlive()
                    && fleet.isAwake()
                    && left.filter(count -> count == 0).isPresent();
            quiet = idle ? quiet + 1 : 0;
            if (quiet == QUIET_LOOKS) {
                return List.of();
            }
            long now = left.map(count ->
                            mailman.published().size() - count + slack.room().size())
                    .orElse(Long.MIN_VALUE);
            if (now > last) {
                last = now;
                end = System.nanoTime() + PATIENCE.toNanos();
            }
        }
        return List.of("nothing went on for " + PATIENCE.toSeconds() + " s, left " + left);
    }

    private Verdict verdict(List<String> stuck, double seconds) {
        List<Told> published = mailman.published();
        List<Post> posts = slack.room().posts();
        NoticeLedger ledger = new NoticeLedger(published, posts, streams.entries(StreamName.DELIVERY), diary);
        Map<String, List<String>> broken = new LinkedHashMap<>();
        broken.put("lost", ledger.lost());
        broken.put("twice", ledger.doubled());
        broken.put("out of order", ledger.disordered());
        broken.put("impatient", ledger.impatient(slack.calls()));
        broken.put("misrecorded", ledger.misrecorded());
        broken.put("other", others(stuck, published));
        return new Verdict(seed, published.size(), posts.size(), seconds, diary.counts(), broken);
    }

    private List<String> others(List<String> stuck, List<Told> published) {
        List<String> others = new ArrayList<>(stuck);
        Set<String> kept = streams.entries(StreamName.NOTIFY).stream()
                .map(fields -> fields.getOrDefault(FieldNames.EVENT_ID, ""))
                .collect(Collectors.toSet());
        published.stream()
                .filter(told -> !kept.contains(told.eventId()))
                .forEach(told -> others.add("Redis itself lost " + told));
        fleet.fallen().forEach(name -> others.add(name + " ended by itself"));
        long dead = streams.deadLetters();
        if (dead > 0) {
            others.add(dead + " dead letters");
        }
        return others;
    }

    @Override
    public void close() {
        fleet.close();
        mailman.interrupt();
        streams.close();
    }
}
