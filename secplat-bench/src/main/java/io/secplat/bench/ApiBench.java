package io.secplat.bench;

import io.secplat.bench.load.Calls;
import io.secplat.bench.load.Generator;
import io.secplat.bench.load.Measured;
import io.secplat.bench.report.Line;
import io.secplat.bench.report.Medians;
import io.secplat.bench.stage.Stage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The reads of the API against the trivial authenticated call of the same server, round by round. */
final class ApiBench {

    private static final String REFERENCE = "GET /api/auth/me (reference)";

    private final Generator generator;
    private final Plan plan;
    private final Consumer<String> progress;
    private final Optional<Profile> profile;
    private final Map<String, List<Measured>> floods = new LinkedHashMap<>();

    ApiBench(Generator generator, Plan plan, Optional<Profile> profile, Consumer<String> progress) {
        this.generator = generator;
        this.plan = plan;
        this.profile = profile;
        this.progress = progress;
    }

    /** The calls that are compared; the first is the reference. */
    static List<Calls> calls(Stage stage, String token) throws IOException, InterruptedException {
        String bearer = "Authorization: Bearer " + token;
        return List.of(
                Calls.get(REFERENCE, "/api/auth/me", bearer),
                Calls.get("GET /api/health (no token)", "/api/health"),
                Calls.get("GET /api/posture?limit=50", "/api/posture?limit=50", bearer),
                Calls.get("GET /api/posture/summary", "/api/posture/summary", bearer),
                Calls.get("GET /api/findings?limit=50", "/api/findings?limit=50", bearer),
                Calls.get("GET /api/findings", "/api/findings", bearer),
                pages("GET /api/findings?limit=50, each of another asset", bearer));
    }

    /** As many questions as nobody keeps answers to: what a page costs when it must be read. */
    private static Calls pages(String name, String bearer) {
        List<byte[]> requests = new ArrayList<>();
        for (int n = 1; n <= 5_000; n++) {
            requests.add(Calls.request("GET", "/api/findings?limit=50&asset_key=asset-" + n, "", bearer));
        }
        return new Calls(name, requests, 200);
    }

    List<Line> run(List<Calls> all) throws IOException, InterruptedException {
        for (Calls calls : all) {
            progress.accept("warming up: " + calls.name());
            generator.flood(calls, plan.warmUp());
        }
        for (int round = 1; round <= plan.rounds(); round++) {
            for (Calls calls : all) {
                Measured measured = flood(calls, round);
                progress.accept(String.format(
                        "round %d of %d: %s: %.0f a second", round, plan.rounds(), calls.name(), measured.perSecond()));
                floods.computeIfAbsent(calls.name(), name -> new ArrayList<>()).add(measured);
            }
        }
        List<Line> lines = new ArrayList<>();
        for (Calls calls : all) {
            lines.add(line(calls));
        }
        return lines;
    }

    private Measured flood(Calls calls, int round) throws IOException, InterruptedException {
        if (profile.isEmpty() || round < plan.rounds()) {
            return generator.flood(calls, plan.flood());
        }
        String name = calls.name().replaceAll("[^A-Za-z0-9]+", "-");
        profile.get().begin(name);
        Measured measured = generator.flood(calls, plan.flood());
        progress.accept("profile: " + profile.get().end(name));
        return measured;
    }

    private Line line(Calls calls) throws IOException {
        List<Measured> rounds = floods.getOrDefault(calls.name(), List.of());
        List<Double> rates = rounds.stream().map(Measured::perSecond).toList();
        List<Double> reference = floods.getOrDefault(REFERENCE, List.of()).stream()
                .map(Measured::perSecond)
                .toList();
        double most = Medians.of(rates);
        progress.accept(String.format("steady at %.0f a second: %s", most / 2, calls.name()));
        Measured steady = generator.steady(calls, most / 2, plan.steady());
        return new Line(
                calls.name(),
                most,
                Medians.ofRatios(rates, reference),
                steady.bytesPerAnswer(),
                most / 2,
                steady,
                steady.bad() + rounds.stream().mapToLong(Measured::bad).sum());
    }
}
