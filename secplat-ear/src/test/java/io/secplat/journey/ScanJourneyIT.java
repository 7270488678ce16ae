package io.secplat.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A scan job becomes findings, whoever dies on the way. */
class ScanJourneyIT {

    private final Platform platform = Platform.shared();
    private final Scans scans = new Scans(platform.admin());

    @Test
    void a_scan_ends_in_findings_and_a_second_one_adds_no_duplicates() {
        int shop = scans.assetId("demo-shop");

        JsonObject first = scans.awaitStatus(scans.start(shop, "tls_headers"), "done");
        List<String> findings = scans.findingKeys("demo-shop");
        scans.awaitStatus(scans.start(shop, "tls_headers"), "done");

        assertThat(first.getString("log_output")).isNotBlank();
        assertThat(findings).isNotEmpty().doesNotHaveDuplicates();
        assertThat(scans.findingKeys("demo-shop")).containsExactlyInAnyOrderElementsOf(findings);
    }

    @Test
    void a_worker_killed_in_mid_job_is_replaced_and_the_job_ends_once() {
        try (SlowSite site = new SlowSite()) {
            int asset = scans.register("slow-site", site);
            int job = scans.start(asset, "web_exposure");
            await().atMost(Platform.PATIENCE).until(() -> site.visitors() > 0);
            assertThat(scans.job(job).getString("status")).isEqualTo("running");

            platform.secplat("kill", "scan-workers");
            site.release();
            platform.secplat("start", "scan-workers");

            JsonObject done = scans.awaitStatus(job, "done");
            assertThat(done.getInt("retry_count")).isEqualTo(1);
            assertThat(scans.findingKeys("slow-site")).isNotEmpty().doesNotHaveDuplicates();
        }
    }
}
