package io.secplat.workers.scan.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.contracts.model.Probe;
import io.secplat.contracts.model.ProbeKind;
import io.secplat.contracts.model.Severity;
import io.secplat.guard.TrustedRoots;
import io.secplat.workers.scan.LocalSite;
import io.secplat.workers.scan.ScanReport;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HealthHttpScannerTest {

    private final List<String> log = new ArrayList<>();

    @Test
    void without_a_probe_the_front_page_is_asked_and_2xx_to_3xx_is_good() throws Exception {
        try (LocalSite site = LocalSite.plain()) {
            assertThat(scan(site, null).findings()).isEmpty();
            assertThat(scan(site.answers(404), null).findings()).singleElement().satisfies(finding -> {
                assertThat(finding.title()).isEqualTo("HTTP health check failed");
                assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
                assertThat(finding.evidence()).contains("status 404");
            });
            assertThat(scan(site, null).checkedKeys()).containsExactly(HealthHttpScanner.HEALTH.key(LocalSite.ASSET));
        }
    }

    @Test
    void the_probe_of_the_host_gives_page_status_and_text() throws Exception {
        try (LocalSite site = LocalSite.plain()) {
            String url = "http://localhost:" + site.port() + "/health?token=secret";

            assertThat(scan(site.answers(404), probe(url, "404", "well")).findings())
                    .isEmpty();
            assertThat(scan(site, probe(url, "404", "unwell")).findings())
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.evidence()).contains("the expected text is missing"));
            assertThat(site.asked()).containsOnly("/health?token=secret");
            assertThat(String.join("\n", log)).contains("/health: 404").doesNotContain("secret");
        }
    }

    @Test
    void the_probe_of_another_host_lends_its_rules_only() throws Exception {
        try (LocalSite site = LocalSite.plain()) {
            assertThat(scan(site.answers(418), probe("http://elsewhere.example/x", "418", null))
                            .findings())
                    .isEmpty();
            assertThat(site.asked()).containsExactly("/");
        }
    }

    @Test
    void a_host_that_is_away_fails_the_check() throws Exception {
        LocalSite gone = LocalSite.plain();
        gone.close();

        assertThat(scan(gone, null).findings()).singleElement().satisfies(finding -> assertThat(finding.evidence())
                .contains("the connection was refused"));
    }

    private static Probe probe(String url, String status, @Nullable String text) {
        return new Probe(ProbeKind.HTTP, url, null, 60, 2_000, status, text, false);
    }

    private ScanReport scan(LocalSite site, @Nullable Probe probe) throws Exception {
        return new HealthHttpScanner(LocalSite.visitor(TrustedRoots.ofSystem())).scan(site.target(probe), log::add);
    }
}
