package io.secplat.bench;

import io.secplat.bench.load.Calls;
import io.secplat.bench.load.Generator;
import io.secplat.bench.load.Measured;
import io.secplat.bench.report.Line;
import io.secplat.bench.stage.Stage;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** New jobs at a steady rate, each for another asset, while the outbox relay announces them. */
final class JobBench {

    private static final double RATE = 200;
    private static final String PROFILE = "POST-api-jobs";
    private static final String COMMITS = "SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()";

    private final Stage stage;
    private final Generator generator;
    private final Plan plan;
    private final Optional<Profile> profile;

    JobBench(Stage stage, Generator generator, Plan plan, Optional<Profile> profile) {
        this.stage = stage;
        this.generator = generator;
        this.plan = plan;
        this.profile = profile;
    }

    Line run(String token, int assets, Map<String, String> facts)
            throws IOException, InterruptedException, SQLException {
        Calls calls = calls(token, assets);
        generator.steady(calls, RATE / 2, plan.warmUp());
        long commits = stage.number(COMMITS);
        if (profile.isPresent()) {
            profile.get().begin(PROFILE);
        }
        Measured measured = generator.steady(calls, RATE, plan.jobs());
        if (profile.isPresent()) {
            profile.get().end(PROFILE);
        }
        facts.put(
                "commits in the whole database per job, relay included",
                String.format(Locale.ROOT, "%.2f", (stage.number(COMMITS) - commits) / (double) measured.good()));
        return new Line(
                calls.name(),
                Double.NaN,
                Double.NaN,
                measured.bytesPerAnswer(),
                measured.perSecond(),
                measured,
                measured.bad());
    }

    private static Calls calls(String token, int assets) {
        List<byte[]> requests = new ArrayList<>();
        for (int n = 1; n <= Math.min(assets, 20_000); n++) {
            String body = "{\"job_type\":\"tls_headers\",\"target_asset_id\":" + (n + 10) + ",\"force\":true}";
            requests.add(Calls.request("POST", "/api/jobs", body, "Authorization: Bearer " + token));
        }
        return new Calls("POST /api/jobs", requests, 201);
    }
}
