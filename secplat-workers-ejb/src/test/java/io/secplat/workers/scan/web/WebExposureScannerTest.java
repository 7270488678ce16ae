package io.secplat.workers.scan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.contracts.model.Severity;
import io.secplat.guard.TestCertificates;
import io.secplat.workers.scan.LocalSite;
import io.secplat.workers.scan.ScanFailedException;
import io.secplat.workers.scan.ScanReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebExposureScannerTest {

    @TempDir
    static Path folder;

    static TestCertificates certificates;

    private final List<String> log = new ArrayList<>();

    @BeforeAll
    static void certify() throws Exception {
        certificates = TestCertificates.in(folder).signed("good", -1, 90);
    }

    @Test
    void missing_headers_are_one_finding_that_lists_them() throws Exception {
        try (LocalSite site = LocalSite.tls(certificates.server("good"))) {
            site.sends("Strict-Transport-Security", "max-age=100").sends("Referrer-Policy", "no-referrer");
            ScanReport report = scan(site);

            assertThat(report.findings()).singleElement().satisfies(finding -> {
                assertThat(finding.title())
                        .isEqualTo("Missing security headers: CSP, X-Frame-Options, X-Content-Type-Options,"
                                + " Permissions-Policy");
                assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
                assertThat(finding.remediation()).contains("Content-Security-Policy");
            });
            assertThat(report.checkedKeys())
                    .containsExactlyInAnyOrder(
                            WebExposureScanner.HTTPS.key(LocalSite.ASSET),
                            WebExposureScanner.HEADERS.key(LocalSite.ASSET));
        }
    }

    @Test
    void a_site_that_sends_them_all_has_no_finding() throws Exception {
        try (LocalSite site = LocalSite.tls(certificates.server("good"))) {
            List.of(
                            "Content-Security-Policy",
                            "X-Frame-Options",
                            "X-Content-Type-Options",
                            "Referrer-Policy",
                            "Permissions-Policy")
                    .forEach(header -> site.sends(header, "x"));
            site.sends("Strict-Transport-Security", "max-age=100");

            assertThat(scan(site).findings()).isEmpty();
            assertThat(scan(site).checkedKeys()).hasSize(2);
        }
    }

    @Test
    void without_https_nothing_is_said_about_headers() throws Exception {
        LocalSite gone = LocalSite.plain();
        gone.close();
        ScanReport report = scan(gone);

        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.title()).isEqualTo("HTTPS not reachable");
            assertThat(finding.severity()).isEqualTo(Severity.HIGH);
        });
        assertThat(report.checkedKeys()).containsExactly(WebExposureScanner.HTTPS.key(LocalSite.ASSET));
    }

    @Test
    void a_broken_server_says_nothing_about_headers() throws Exception {
        try (LocalSite site = LocalSite.tls(certificates.server("good"))) {
            ScanReport report = scan(site.answers(503));

            assertThat(report.findings()).isEmpty();
            assertThat(report.checkedKeys()).containsExactly(WebExposureScanner.HTTPS.key(LocalSite.ASSET));
        }
    }

    @Test
    void a_target_that_the_guard_refuses_ends_the_scan() throws Exception {
        try (LocalSite site = LocalSite.plain()) {
            WebExposureScanner strict = new WebExposureScanner(LocalSite.visitor("", certificates.roots()));

            assertThatThrownBy(() -> strict.scan(site.target(), log::add))
                    .isInstanceOf(ScanFailedException.class)
                    .hasMessage("Target refused: the address is this machine, which is not allowed (127.0.0.1)");
            assertThat(site.asked()).isEmpty();
        }
    }

    private ScanReport scan(LocalSite site) throws Exception {
        return new WebExposureScanner(LocalSite.visitor(certificates.roots())).scan(site.target(), log::add);
    }
}
