package io.secplat.api.findings.postgres;

import static io.secplat.api.findings.postgres.FindingStage.SCANNER;
import static io.secplat.api.findings.postgres.FindingStage.reports;
import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.api.findings.FindingReport;
import io.secplat.api.findings.Findings.Reported.Stored;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Several replicas on one database; to Postgres, threads with connections of their own are the same. */
class FindingContestTest {

    private static final int REPLICAS = 4;
    private static final int ROUNDS = 12;
    private static final int STEP = 20;
    private static final int SIZE = 60;
    private static final int KEYS = (ROUNDS - 1) * STEP + SIZE;

    private final FindingStage stage = new FindingStage();

    @Test
    void batches_that_overlap_neither_wait_in_a_circle_nor_store_twice() throws Exception {
        stage.rows.website("shop");
        stage.rows.website("till");
        List<Integer> created = together(List.of(
                () -> batches("shop", 1), () -> batches("shop", 2), () -> batches("till", 3), this::assetsChange));

        assertThat(created.stream().mapToInt(Integer::intValue).sum()).isEqualTo(KEYS);
        assertThat(stage.rows.one("SELECT count(*) FROM findings", Integer.class))
                .isEqualTo(KEYS);
        assertThat(stage.rows.published("finding.created"))
                .extracting((JsonObject event) -> event.getString("finding_key"))
                .doesNotHaveDuplicates()
                .hasSize(KEYS);
    }

    @Test
    void a_score_never_rests_on_an_asset_that_has_changed_meanwhile() throws Exception {
        stage.rows.website("shop");
        stage.rows.website("till");
        List<Integer> unused = together(
                List.of(() -> batches("shop", 1), () -> batches("till", 2), this::assetsChange, this::assetsChange));

        assertThat(stage.refresh.all()).isZero();
    }

    /** Windows that move over the keys, so that each batch has old ones, new ones, and ones that another is storing. */
    private int batches(String asset, int seed) {
        int created = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<FindingReport> batch = new ArrayList<>(reports(round * STEP, round * STEP + SIZE, asset));
            Collections.shuffle(batch, new Random(seed * 31L + round));
            created += (int) stage.findings.report(batch, Optional.empty(), SCANNER).stream()
                    .filter(answer -> !((Stored) answer).updated())
                    .count();
        }
        return created;
    }

    private int assetsChange() {
        for (int round = 0; round < ROUNDS; round++) {
            String environment = round % 2 == 0 ? "dev" : "prod";
            for (String asset : List.of("till", "shop")) {
                stage.database.change(handle -> {
                    int id = handle.createQuery("SELECT asset_id FROM assets WHERE asset_key = :key FOR UPDATE")
                            .bind("key", asset)
                            .mapTo(Integer.class)
                            .one();
                    handle.createUpdate("UPDATE assets SET environment = :to WHERE asset_id = :id")
                            .bind("to", environment)
                            .bind("id", id)
                            .execute();
                    stage.refresh.ofAsset(id);
                });
            }
        }
        return 0;
    }

    private static List<Integer> together(List<Callable<Integer>> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(REPLICAS);
        try {
            List<Integer> results = new ArrayList<>();
            for (Future<Integer> result : pool.invokeAll(work)) {
                results.add(result.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
