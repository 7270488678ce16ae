package io.secplat.api.findings.postgres;

import static io.secplat.api.findings.postgres.FindingStage.SCANNER;
import static io.secplat.api.findings.postgres.FindingStage.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.api.findings.FindingStatus;
import io.secplat.api.jobs.Claim;
import io.secplat.contracts.model.JobStatus;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The histories of the model, fewer of them, through the real tables: jobs with leases, batches, completions. */
class ScanHistoryOnPostgresTest {

    private static final int HISTORIES = 40;
    private static final int STEPS = 12;
    private static final List<String> KEYS =
            IntStream.range(0, 6).mapToObj(n -> "k" + n).toList();

    private final FindingStage stage = new FindingStage();
    private final Map<String, Integer> assets =
            Map.of("shop", stage.rows.website("shop"), "till", stage.rows.website("till"));

    private record Running(Claim.Granted claim, String asset, Set<String> saw) {}

    @Test
    void a_scan_closes_what_it_checked_and_did_not_see_whatever_happens_beside_it() {
        for (int seed = 0; seed < HISTORIES; seed++) {
            stage.rows.run("DELETE FROM findings");
            stage.rows.run("UPDATE scan_jobs SET status = 'cancelled' WHERE status = 'running'");
            Random random = new Random(seed);
            Map<String, String> expected = new TreeMap<>();
            Map<String, String> home = new HashMap<>();
            Map<Integer, Running> running = new HashMap<>();
            for (int step = 0; step < STEPS; step++) {
                stage.clock.advance(Duration.ofMinutes(2));
                step(random, expected, home, running);
            }

            assertThat(statuses()).as("history " + seed).isEqualTo(expected);
        }
    }

    private void step(
            Random random, Map<String, String> expected, Map<String, String> home, Map<Integer, Running> running) {
        String asset = random.nextBoolean() ? "shop" : "till";
        String key = KEYS.get(random.nextInt(KEYS.size()));
        switch (random.nextInt(5)) {
            case 0 -> {
                if (running.values().stream().noneMatch(job -> job.asset.equals(asset))) {
                    Claim.Granted claim = stage.claimed(assets.get(asset));
                    running.put(claim.job().id(), new Running(claim, asset, new HashSet<>()));
                }
            }
            case 1 -> {
                stage.report(report(key, asset, null));
                seen(key, asset, expected, home);
            }
            case 2 ->
                any(running, random).ifPresent(job -> {
                    stage.findings.report(
                            List.of(report(key, job.asset, null)), Optional.of(FindingStage.lease(job.claim)), SCANNER);
                    job.saw.add(key);
                    seen(key, job.asset, expected, home);
                });
            case 3 -> any(running, random).ifPresent(job -> end(random, job, expected, home, running));
            default -> {
                if (expected.containsKey(key)) {
                    move(key, FindingStatus.values()[random.nextInt(4)], expected);
                }
            }
        }
    }

    private void end(
            Random random,
            Running job,
            Map<String, String> expected,
            Map<String, String> home,
            Map<Integer, Running> running) {
        Set<String> checked = KEYS.stream().filter(key -> random.nextInt(3) > 0).collect(Collectors.toSet());
        JobStatus status = random.nextInt(4) > 0 ? JobStatus.DONE : JobStatus.FAILED;
        stage.complete(job.claim, status, checked);
        running.remove(job.claim.job().id());
        if (status == JobStatus.DONE) {
            checked.stream()
                    .filter(key -> job.asset.equals(home.get(key)) && !job.saw.contains(key))
                    .forEach(key -> expected.put(key, "remediated"));
        }
    }

    private static void seen(String key, String asset, Map<String, String> expected, Map<String, String> home) {
        home.put(key, asset);
        expected.merge(key, "open", (was, open) -> was.equals("remediated") ? open : was);
    }

    private void move(String key, FindingStatus to, Map<String, String> expected) {
        int id = stage.rows.one("SELECT finding_id FROM findings WHERE finding_key = '" + key + "'", Integer.class);
        if (to == FindingStatus.ACCEPTED_RISK) {
            stage.findings.accept(id, "known", stage.clock.instant().plusSeconds(60), SCANNER);
        } else {
            stage.findings.move(id, to, SCANNER);
        }
        expected.put(key, to.wire());
    }

    private static Optional<Running> any(Map<Integer, Running> running, Random random) {
        List<Running> jobs = running.values().stream()
                .sorted((a, b) ->
                        Integer.compare(a.claim.job().id(), b.claim.job().id()))
                .toList();
        return jobs.isEmpty() ? Optional.empty() : Optional.of(jobs.get(random.nextInt(jobs.size())));
    }

    private Map<String, String> statuses() {
        return stage.rows.ask("SELECT finding_key || ' ' || status FROM findings", String.class).stream()
                .map(line -> line.split(" "))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1], (a, b) -> a, TreeMap::new));
    }
}
