package io.secplat.bench.change;

import io.secplat.bench.fault.Node;
import io.secplat.bench.notice.SlackStandIn;
import io.secplat.bench.notice.node.NotifierNode;
import io.secplat.bench.report.Machine;
import io.secplat.bench.stage.Stage;
import io.secplat.contracts.model.AssetKey;
import io.secplat.local.store.Folders;
import io.secplat.search.opensearch.OpenSearchRecord;
import io.secplat.stream.redis.RedisServer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./secplat-bench/run changes}: how soon people hear that an asset is down, or up again. */
@Command(
        name = "changes",
        mixinStandardHelpOptions = true,
        description = "Measures the way from an asset's new status through one server of role api and one notifier to a"
                + " stand-in of Slack, beside the way from the notify stream alone.")
public final class Changes implements Callable<Integer> {

    private static final int HEAP_MIB = 256;

    @Option(names = "--rate", defaultValue = "50", description = "Changes a second (${DEFAULT-VALUE}).")
    private int rate;

    @Option(
            names = "--seconds",
            defaultValue = "20",
            description = "Seconds that count, at least 12; the warm-up takes half as long again (${DEFAULT-VALUE}).")
    private int seconds;

    private final Path root;
    private final PrintStream out;

    public Changes(Path root, PrintStream out) {
        this.root = root;
        this.out = out;
    }

    /** 0 when every change was told, 1 when one was not. */
    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        ChangePlan plan = new ChangePlan(rate, seconds);
        Path target = Files.createDirectories(root.resolve("secplat-bench/target"));
        Path data = Files.createTempDirectory(target, "changes-");
        Machine.facts().forEach((name, value) -> out.println("* " + name + ": " + value));
        boolean complete;
        try (Stage stage = Stage.set(root, data, environment(), plan.assets(), 0);
                SlackStandIn slack = new SlackStandIn(Clock.systemUTC());
                Node notifier = notifier(stage.redisUrl(), slack, target.resolve("changes.log"));
                OpenSearchRecord record = stage.record();
                RedisServer redis = RedisServer.at(Optional.of(stage.redisUrl()), Duration.ofSeconds(10))) {
            complete = run(new ChangeTrip(record.statuses(), redis, slack, plan), plan);
            if (!notifier.isAlive()) {
                out.println("The notifier ended by itself.");
            }
        }
        Folders.delete(data);
        return complete ? 0 : 1;
    }

    /** Nothing but what is published makes the API look: the documents are there some seconds before. */
    private static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("ALERT_RECONCILE_SECONDS", "3600");
        return environment;
    }

    private boolean run(ChangeTrip trip, ChangePlan plan) throws InterruptedException {
        List<AssetKey> assets = trip.calm();
        Way whole = trip.whole(assets.subList(0, plan.assetsOfWhole()));
        Way reference = trip.reference(assets.subList(plan.assetsOfWhole(), assets.size()));
        Part all = whole.whole("the whole way");
        Part alone = reference.whole("from the notify stream alone (reference)");
        out.printf("%n" + Part.HEAD, "from when it was due until Slack's door, " + rate + " a second");
        out.println(all.markdown() + "\n" + alone.markdown() + "\n" + all.ratioTo(alone));
        out.printf("%n" + Part.HEAD, "of the whole way");
        whole.parts().forEach(part -> out.println(part.markdown()));
        out.println();
        tell("the whole way, warm-up included", whole);
        tell("the reference", reference);
        return whole.isComplete() && reference.isComplete();
    }

    private void tell(String name, Way way) {
        out.println(
                "* " + name + ": " + way.toldCount() + " of " + way.published().size() + " changes were told"
                        + (way.isComplete() ? "" : ", so this is not a measurement"));
    }

    private static Node notifier(String redisUrl, SlackStandIn slack, Path log) throws IOException {
        Map<String, String> environment = new HashMap<>(slack.settings());
        environment.put("NAME", "notifier");
        environment.put("REDIS_URL", redisUrl);
        environment.put("UNLIMITED", "on");
        return Node.start(NotifierNode.class, environment, log, line -> {}, HEAP_MIB);
    }
}
