package io.secplat.bench.notice;

import io.secplat.bench.fault.Stores;
import io.secplat.local.launch.Part;
import io.secplat.local.store.Folders;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./secplat-bench/run notices}: one seed after another, until one breaks something or the time is up; or how fast it is. */
@Command(
        name = "notices",
        mixinStandardHelpOptions = true,
        description = {
            "Kills notifiers at random, restarts Redis, lets stand-ins of Slack, Jira and Twilio limit, fail, lose answers"
                    + " or go away, and checks that each message is told once to each, in order.",
            "What takes minutes in the product takes seconds here: a retry comes after 100 ms to 1 s instead of seconds to"
                    + " a minute. An outage of 30 s stands for one of 30 minutes (1:60)."
        })
public final class Notices implements Callable<Integer> {

    @Option(names = "--seed", defaultValue = "1", description = "The first seed (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--seeds", defaultValue = "10", description = "How many seeds at most (${DEFAULT-VALUE}).")
    private int seeds;

    @Option(
            names = "--seconds",
            defaultValue = "600",
            description = "No new seed begins after that (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--messages", defaultValue = "2000", description = "In each seed (${DEFAULT-VALUE}).")
    private int messages;

    @Option(names = "--replicas", defaultValue = "2", description = "Notifiers (${DEFAULT-VALUE}).")
    private int replicas;

    @Option(names = "--kills", defaultValue = "40", description = "In each seed (${DEFAULT-VALUE}).")
    private int kills;

    @Option(
            names = "--claim-idle",
            defaultValue = "600",
            description = "Milliseconds until what a dead notifier had in hand is taken over (${DEFAULT-VALUE}).")
    private long claimIdle;

    @Option(names = "--grouped", description = "Notifiers gather outages and recoveries that come together.")
    private boolean grouped;

    @Option(
            names = "--channels",
            defaultValue = "slack,jira,sms",
            split = ",",
            description =
                    "Who is told: slack, jira, sms (${DEFAULT-VALUE}); webhook instead of slack for an incoming webhook,"
                            + " which cannot be asked: its repeats are counted with their causes, and are no fault.")
    private List<String> channels = List.of();

    @Option(
            names = "--outage-seconds",
            defaultValue = "0",
            description = "Once in a seed one service fails for so long, 30 for 30 minutes of the product; 0 for never"
                    + " (${DEFAULT-VALUE}).")
    private int outageSeconds;

    @Option(names = "--outage-of", description = "Which service fails then; the seed chooses one unless it is named.")
    private @Nullable String outageOf;

    @Option(names = "--speed", description = "Measures instead of killing.")
    private boolean speed;

    @Option(
            names = "--one-down",
            description =
                    "Measures how much later Slack and Jira are told while SMS is in trouble, with the packaged notifier.")
    private boolean oneDown;

    @Option(
            names = "--window",
            description =
                    "Measures how long the acceptance of an incoming webhook is without record, over --messages: from"
                            + " the moment when the stand-in has kept the message, just before it writes its 200, until the"
                            + " notifier heard from Redis that the delivery log has it. Who is killed in between tells it twice.")
    private boolean window;

    @Option(
            names = "--rounds",
            defaultValue = "3",
            description = "Rounds with --speed and --one-down (${DEFAULT-VALUE}).")
    private int rounds;

    private final Path root;
    private final PrintStream out;

    public Notices(Path root, PrintStream out) {
        this.root = root;
        this.out = out;
    }

    /** Runs these seeds, each with so many messages and kills; claimIdle in milliseconds. */
    static Notices of(Path root, PrintStream out, int seconds, int messages, int kills, long claimIdle) {
        Notices notices = new Notices(root, out);
        notices.seed = 1;
        notices.seeds = 100;
        notices.seconds = seconds;
        notices.messages = messages;
        notices.replicas = 2;
        notices.kills = kills;
        notices.claimIdle = claimIdle;
        notices.channels = List.of("slack", "jira", "sms");
        return notices;
    }

    /** 0 when all is well, 1 with a seed that broke something. */
    @Override
    public Integer call() throws IOException, InterruptedException {
        Path target = Files.createDirectories(root.resolve("secplat-bench/target"));
        Path data = Files.createTempDirectory(target, "notices-");
        boolean well = true;
        if (oneDown) {
            OneDown.run(root, data, rounds, out);
            Folders.delete(data);
            return 0;
        }
        try (Stores stores = Stores.start(root, data, List.of(Part.REDIS))) {
            Path log = target.resolve("notices.log");
            if (speed) {
                try (SlackStandIn slack = new SlackStandIn(Clock.systemUTC())) {
                    new NoticeSpeed(stores, slack, log, out).run(rounds);
                }
            } else if (window) {
                new WebhookWindow(stores, log, out).run(messages);
            } else {
                well = strike(stores, log);
            }
        }
        Folders.delete(data);
        return well ? 0 : 1;
    }

    private boolean strike(Stores stores, Path log) throws IOException, InterruptedException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        NoticePlan plan = plan();
        try (Services services = new Services(plan.services(), Clock.systemUTC())) {
            for (long next = seed; next < seed + seeds && System.nanoTime() < end; next++) {
                try (NoticeRun run = new NoticeRun(stores, services, plan, log, next, out)) {
                    Verdict verdict = run.run();
                    out.println(verdict.line());
                    if (!verdict.isWell()) {
                        verdict.details().forEach(out::println);
                        out.println(again(next));
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private NoticePlan plan() {
        NoticePlan.Outage outage = new NoticePlan.Outage(
                Duration.ofSeconds(outageSeconds), Optional.ofNullable(outageOf).map(Notices::service));
        return new NoticePlan(
                messages,
                replicas,
                kills,
                Duration.ofMillis(claimIdle),
                grouped,
                channels.stream().map(Notices::service).distinct().toList(),
                outage);
    }

    private static Service service(String name) {
        return Service.of(name)
                .orElseThrow(() -> new IllegalArgumentException(name + " is none of slack, jira, sms, webhook"));
    }

    private String again(long broken) {
        return "Again with: ./secplat-bench/run notices --seeds=1 --seed=" + broken + " --messages=" + messages
                + " --replicas=" + replicas + " --kills=" + kills + " --claim-idle=" + claimIdle
                + " --channels=" + String.join(",", channels)
                + (outageSeconds > 0 ? " --outage-seconds=" + outageSeconds : "")
                + (outageOf == null ? "" : " --outage-of=" + outageOf)
                + (grouped ? " --grouped" : "");
    }
}
