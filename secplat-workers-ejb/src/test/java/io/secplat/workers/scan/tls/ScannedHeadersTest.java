package io.secplat.workers.scan.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.contracts.model.Severity;
import io.secplat.workers.scan.Finding;
import io.secplat.workers.scan.LocalSite;
import io.secplat.workers.scan.ScanReport;
import io.secplat.workers.scan.ScanTarget;
import io.secplat.workers.scan.headers.SecurityHeader;
import io.secplat.workers.scan.headers.visit.HeaderExam;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the scan says of the headers that a site sends. */
class ScannedHeadersTest {

    @TempDir
    static Path folder;

    private static TlsBench bench;

    @BeforeAll
    static void certify() throws Exception {
        bench = TlsBench.in(folder);
    }

    @Test
    void each_missing_header_is_a_finding_of_its_own_severity() throws Exception {
        try (LocalSite site = bench.site("good")) {
            assertThat(TlsBench.severities(bench.scan(site)))
                    .isEqualTo(Map.of(
                            "Missing HSTS", Severity.HIGH,
                            "Missing CSP", Severity.MEDIUM,
                            "Missing X-Frame-Options", Severity.MEDIUM,
                            "Missing X-Content-Type-Options", Severity.LOW));
        }
    }

    @Test
    void the_key_of_a_missing_header_is_that_of_the_contract() throws Exception {
        try (LocalSite site = bench.site("good")) {
            assertThat(bench.scan(site).findings())
                    .filteredOn(finding -> finding.title().equals("Missing CSP"))
                    .extracting(Finding::key)
                    .containsExactly("b8d3da43aa6ce4a2984e1a27ff1b084d");
        }
    }

    @Test
    void a_broken_server_is_a_failed_request_and_its_headers_are_not_judged() throws Exception {
        try (LocalSite site = bench.site("good")) {
            ScanReport report = bench.scan(site.answers(500));

            assertThat(TlsBench.severities(report)).isEqualTo(Map.of("HTTP request failed", Severity.MEDIUM));
            assertThat(report.checkedKeys())
                    .doesNotContain(TlsChecks.missing(SecurityHeader.CSP).key(LocalSite.ASSET));
        }
    }

    @Test
    void the_summary_tells_grade_score_and_each_test() throws Exception {
        try (LocalSite site = bench.site("good")) {
            TlsBench.secured(site);
            JsonObject headers = bench.scan(site).measures().get("headers");

            assertThat(headers.getString("grade")).isEqualTo("A+");
            assertThat(headers.getInt("score")).isEqualTo(105);
            assertThat(headers.getJsonArray("tests")).hasSize(10);
            assertThat(headers.getJsonArray("tests").get(0))
                    .hasToString("{\"name\":\"content-security-policy\",\"result\":\"csp-implemented-with-no-unsafe\","
                            + "\"pass\":true,\"modifier\":5}");
        }
    }

    @Test
    void each_test_that_fails_is_one_more_finding_with_advice_and_documents_to_read() throws Exception {
        try (LocalSite site = bench.site("good")) {
            site.sends("Strict-Transport-Security", "max-age=60")
                    .sends("Content-Security-Policy", "script-src 'unsafe-inline'; report-uri /csp?key=hidden1")
                    .sends("X-Frame-Options", "ALLOWALL")
                    .sends("X-Content-Type-Options", "sniff")
                    .sends("Referrer-Policy", "unsafe-url")
                    .sends("Cross-Origin-Resource-Policy", "anyone")
                    .sends("Access-Control-Allow-Origin", "https://stranger.example")
                    .sends("Access-Control-Allow-Credentials", "true")
                    .sends("Content-Type", "text/html")
                    .setsCookie("JSESSIONID=hidden2; Path=/")
                    .says("<script src='//cdn.example/app.js?token=hidden3'></script>");
            ScanReport report = bench.scan(site);

            assertThat(TlsBench.severities(report))
                    .isEqualTo(Map.of(
                            "Weak CSP", Severity.MEDIUM,
                            "Insecure cookies", Severity.HIGH,
                            "CORS open to every origin", Severity.HIGH,
                            "Unsafe Referrer-Policy", Severity.LOW,
                            "Weak HSTS", Severity.LOW,
                            "Scripts without integrity", Severity.HIGH,
                            "Invalid X-Content-Type-Options", Severity.LOW,
                            "Invalid X-Frame-Options", Severity.MEDIUM,
                            "Invalid Cross-Origin-Resource-Policy", Severity.LOW));
            assertThat(report.findings()).allSatisfy(finding -> {
                assertThat(finding.evidence()).startsWith("https://localhost: ").doesNotContain("hidden");
                assertThat(finding.remediation()).isNotBlank();
                assertThat(finding.references())
                        .singleElement()
                        .asString()
                        .startsWith("https://developer.mozilla.org/en-US/docs/Web/Security/");
            });
            assertThat(report.measures().get("headers").getString("grade")).isEqualTo("F");
            assertThat(site.methods()).containsExactly("GET", "OPTIONS");
        }
    }

    @Test
    void a_page_that_is_away_is_judged_for_missing_headers_but_not_scored() throws Exception {
        try (LocalSite site = bench.site("good")) {
            TlsBench.secured(site);
            ScanReport report = bench.scan(site.answers(404));

            assertThat(report.findings()).isEmpty();
            assertThat(report.measures()).isEmpty();
            assertThat(bench.log()).contains("Headers are not scored: status 404");
            assertThat(report.checkedKeys())
                    .contains(TlsChecks.missing(SecurityHeader.CSP).key(LocalSite.ASSET))
                    .doesNotContainAnyElementsOf(TlsBench.keys(TlsBench.scoredChecks()));
        }
    }

    @Test
    void the_page_comes_once_over_the_connection_of_the_handshake() throws Exception {
        try (LocalSite site = bench.site("good")) {
            ScanReport unused = bench.scan(site);

            assertThat(site.methods()).containsExactly("GET", "OPTIONS");
        }
    }

    @Test
    void a_page_that_moved_within_the_host_is_followed_from_its_first_answer() throws Exception {
        try (LocalSite site = bench.site("good")) {
            TlsBench.secured(site);
            site.answers(302).sends("Location", "/home").has("/home", "here");
            ScanReport report = bench.scan(site);

            assertThat(report.findings()).isEmpty();
            assertThat(report.measures()).containsKey(HeaderExam.MEASURE);
            assertThat(site.asked()).containsExactly("/", "/", "/home", "/home", "/home");
        }
    }

    @Test
    void a_page_that_breaks_off_has_its_headers_judged_and_no_score() throws Exception {
        try (ServerSocket site = bench.certificates()
                .server("good")
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> breakOff(site));
            thread.setDaemon(true);
            thread.start();
            ScanReport report = bench.scan(
                    new ScanTarget(LocalSite.ASSET, "localhost", Optional.of(site.getLocalPort()), Optional.empty()));

            assertThat(TlsBench.severities(report))
                    .containsKeys("Missing CSP", "Missing X-Frame-Options", "Missing X-Content-Type-Options")
                    .doesNotContainKeys("Missing HSTS", "HTTP request failed");
            assertThat(report.measures()).doesNotContainKey(HeaderExam.MEASURE);
        }
    }

    private static void breakOff(ServerSocket door) {
        while (!door.isClosed()) {
            try (Socket guest = door.accept()) {
                int unused = guest.getInputStream().read();
                guest.getOutputStream()
                        .write(
                                "HTTP/1.1 200 OK\r\nStrict-Transport-Security: max-age=31536000\r\nContent-Length: 99\r\n\r\nshort"
                                        .getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                // a greeting that nobody meant to finish, or the end
            }
        }
    }
}
