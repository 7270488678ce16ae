package io.secplat.workers.scan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.contracts.model.Severity;
import io.secplat.guard.HttpAnswer;
import io.secplat.guard.TargetUrl;
import io.secplat.guard.TestCertificates;
import io.secplat.workers.scan.Check;
import io.secplat.workers.scan.Finding;
import io.secplat.workers.scan.LocalSite;
import io.secplat.workers.scan.ScanFailedException;
import io.secplat.workers.scan.ScanReport;
import io.secplat.workers.scan.ScanTarget;
import io.secplat.workers.scan.Visit;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebExposureScannerTest {

    @TempDir
    static Path folder;

    static TestCertificates certificates;

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-04T07:20:00Z"), ZoneOffset.UTC);

    private final List<String> log = new ArrayList<>();

    @BeforeAll
    static void certify() throws Exception {
        certificates = TestCertificates.in(folder).signed("good", -1, 90);
    }

    @Test
    void missing_headers_are_one_finding_that_lists_them() throws Exception {
        try (LocalSite site = tidy()) {
            site.sends("Strict-Transport-Security", "max-age=100").sends("Referrer-Policy", "no-referrer");
            ScanReport report = scan(site);

            assertThat(report.findings()).singleElement().satisfies(finding -> {
                assertThat(finding.title())
                        .isEqualTo("Missing security headers: CSP, X-Frame-Options, X-Content-Type-Options,"
                                + " Permissions-Policy");
                assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
                assertThat(finding.remediation()).contains("Content-Security-Policy");
            });
            assertThat(report.checkedKeys()).isEqualTo(keys(everyCheck()));
        }
    }

    @Test
    void a_site_that_sends_them_all_has_no_finding() throws Exception {
        try (LocalSite site = tidy()) {
            List.of(
                            "Content-Security-Policy",
                            "X-Frame-Options",
                            "X-Content-Type-Options",
                            "Referrer-Policy",
                            "Permissions-Policy")
                    .forEach(header -> site.sends(header, "x"));
            site.sends("Strict-Transport-Security", "max-age=100");

            assertThat(scan(site).findings()).isEmpty();
            assertThat(site.asked())
                    .contains("/.git/HEAD", "/.env", "/server-status", "/phpinfo.php", SecurityTxt.PATH);
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
            WebExposureScanner strict = new WebExposureScanner(LocalSite.visitor("", certificates.roots()), CLOCK);

            assertThatThrownBy(() -> strict.scan(site.target(), log::add))
                    .isInstanceOf(ScanFailedException.class)
                    .hasMessage("Target refused: the address is this machine, which is not allowed (127.0.0.1)");
            assertThat(site.asked()).isEmpty();
        }
    }

    @Test
    void what_is_open_to_everybody_is_recognised_by_what_it_says() throws Exception {
        try (LocalSite site = tidy()) {
            site.has("/.git/HEAD", "ref: refs/heads/main\n")
                    .has("/.env", "# of production\nDB_PASSWORD=hunter2\nexport API_KEY = abc\n\n")
                    .has("/server-status", "<h1>Apache Server Status for localhost</h1>")
                    .has("/phpinfo.php", "<title>phpinfo()</title><h1>PHP Version 8.3.1</h1>")
                    .has("/", "<html><head><title>Index of /</title></head></html>")
                    .sends("Server", "Apache/2.4.1 (Unix)");
            ScanReport report = scan(site);

            assertThat(severities(report))
                    .containsEntry("Git repository exposed", Severity.HIGH)
                    .containsEntry("Environment file exposed", Severity.CRITICAL)
                    .containsEntry("Server status open to everybody", Severity.MEDIUM)
                    .containsEntry("PHP settings open to everybody", Severity.MEDIUM)
                    .containsEntry("Directory listing enabled", Severity.MEDIUM)
                    .containsEntry("Server tells its version", Severity.LOW);
            assertThat(report.findings()).allSatisfy(finding -> {
                assertThat(finding.evidence()).doesNotContain("hunter2", "abc");
                assertThat(finding.remediation()).isNotBlank();
            });
            assertThat(evidence(report, "Environment file exposed"))
                    .contains("it holds 2 settings, such as DB_PASSWORD, API_KEY");
            assertThat(evidence(report, "Server tells its version")).contains("Server: Apache/2.4.1 (Unix)");
        }
    }

    @Test
    void a_site_that_answers_every_address_alike_exposes_nothing() throws Exception {
        try (LocalSite site = tidy()) {
            site.says("<html><body>DB_PASSWORD=example, ref: refs/heads/main, PHP Version 8</body></html>");

            assertThat(severities(scan(site)))
                    .containsOnlyKeys("Missing security headers: HSTS, CSP, X-Frame-Options,"
                            + " X-Content-Type-Options, Referrer-Policy, Permissions-Policy");
        }
    }

    @Test
    void a_page_for_reports_of_weaknesses_is_missed_and_its_end_noticed() throws Exception {
        try (LocalSite site = LocalSite.tls(certificates.server("good"))) {
            assertThat(severities(scan(site))).containsEntry("No security.txt", Severity.INFO);

            site.has(SecurityTxt.PATH, "Contact: mailto:security@example.org\nExpires: 2026-05-04T07:19:00Z\n");
            assertThat(severities(scan(site)))
                    .containsEntry("security.txt expired", Severity.LOW)
                    .doesNotContainKey("No security.txt");

            site.has(SecurityTxt.PATH, "Contact: mailto:security@example.org\n");
            assertThat(evidence(scan(site), "security.txt expired")).contains("no time that can be read");
        }
    }

    @Test
    void a_host_with_http_alone_is_looked_at_there() throws Exception {
        try (LocalSite site = LocalSite.plain()) {
            site.has("/.git/HEAD", "0123456789abcdef0123456789abcdef01234567");
            ScanReport report = scan(site);

            assertThat(severities(report))
                    .containsEntry("HTTPS not reachable", Severity.HIGH)
                    .containsEntry("Git repository exposed", Severity.HIGH);
            assertThat(report.checkedKeys())
                    .doesNotContain(WebExposureScanner.HEADERS.key(LocalSite.ASSET))
                    .doesNotContain(WebExposureScanner.REDIRECT.key(LocalSite.ASSET));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://shop.example/, 301, https://shop.example/, true",
        "https://shop.example/, 200, '', true",
        "http://shop.example/, 200, '', false",
        "http://shop.example/, 302, http://shop.example/start, false",
    })
    void http_must_lead_to_https(String answered, int status, String location, boolean leads) {
        Map<String, List<String>> headers = location.isEmpty() ? Map.of() : Map.of("location", List.of(location));
        HttpAnswer answer = new HttpAnswer(TargetUrl.parse(answered), status, headers, "", Optional.empty());
        ScanReport.Draft report = ScanReport.of(LocalSite.ASSET);

        WebExposureScanner.redirect(
                new ScanTarget(LocalSite.ASSET, "shop.example", Optional.empty(), Optional.empty()),
                new Visit.Answered(answer),
                report);

        assertThat(report.done().checkedKeys()).containsExactly(WebExposureScanner.REDIRECT.key(LocalSite.ASSET));
        assertThat(report.done().findings()).hasSize(leads ? 0 : 1);
    }

    /** Without anything that stands open. */
    private static LocalSite tidy() throws Exception {
        return LocalSite.tls(certificates.server("good"))
                .has(SecurityTxt.PATH, "Contact: mailto:security@example.org\nExpires: 2026-12-31T23:00:00Z\n");
    }

    private static List<Check> everyCheck() {
        List<Check> checks = new ArrayList<>(List.of(
                WebExposureScanner.HTTPS,
                WebExposureScanner.HEADERS,
                Banners.VERSION,
                SecurityTxt.MISSING,
                SecurityTxt.EXPIRED));
        Exposure.ALL.forEach(exposure -> checks.add(exposure.check()));
        return checks;
    }

    private static Set<String> keys(List<Check> checks) {
        return checks.stream().map(check -> check.key(LocalSite.ASSET)).collect(Collectors.toSet());
    }

    private static Map<String, Severity> severities(ScanReport report) {
        return report.findings().stream().collect(Collectors.toMap(Finding::title, Finding::severity));
    }

    private static String evidence(ScanReport report, String title) {
        return report.findings().stream()
                .filter(finding -> finding.title().equals(title))
                .map(Finding::evidence)
                .findFirst()
                .orElseThrow();
    }

    private ScanReport scan(LocalSite site) throws Exception {
        return new WebExposureScanner(LocalSite.visitor(certificates.roots()), CLOCK).scan(site.target(), log::add);
    }
}
