package io.secplat.workers.scan.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.contracts.model.Severity;
import io.secplat.guard.TestCertificates;
import io.secplat.workers.scan.Check;
import io.secplat.workers.scan.Finding;
import io.secplat.workers.scan.LocalSite;
import io.secplat.workers.scan.ScanReport;
import io.secplat.workers.scan.ScanTarget;
import io.secplat.workers.scan.Visitor;
import io.secplat.workers.scan.headers.PublicSuffixes;
import io.secplat.workers.scan.headers.SecurityHeader;
import io.secplat.workers.scan.headers.observatory.Preloads;
import io.secplat.workers.scan.headers.suffix.ListedSuffixes;
import io.secplat.workers.scan.headers.visit.HeaderExam;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsHeadersScannerTest {

    @TempDir
    static Path folder;

    private static final PublicSuffixes SUFFIXES = ListedSuffixes.bundled();

    static TestCertificates certificates;

    private final List<String> log = new ArrayList<>();

    @BeforeAll
    static void certify() throws Exception {
        certificates = TestCertificates.in(folder)
                .signed("good", -1, 90)
                .signed("expired", -30, 10)
                .signed("ending", -1, 10)
                .signed("other", "dns:other.example", -1, 90)
                .selfSigned("nobody");
    }

    @Test
    void a_good_certificate_and_all_headers_leave_nothing_to_say() throws Exception {
        try (LocalSite site = site("good")) {
            secured(site);
            ScanReport report = scan(site);

            assertThat(report.findings()).isEmpty();
            assertThat(report.tlsVersion()).contains("1.3");
            assertThat(report.checkedKeys()).isEqualTo(keys(everyCheck()));
        }
    }

    @Test
    void each_missing_header_is_a_finding_of_its_own_severity() throws Exception {
        try (LocalSite site = site("good")) {
            assertThat(severities(scan(site)))
                    .isEqualTo(Map.of(
                            "Missing HSTS", Severity.HIGH,
                            "Missing CSP", Severity.MEDIUM,
                            "Missing X-Frame-Options", Severity.MEDIUM,
                            "Missing X-Content-Type-Options", Severity.LOW));
        }
    }

    @Test
    void the_key_of_a_missing_header_is_that_of_the_contract() throws Exception {
        try (LocalSite site = site("good")) {
            assertThat(scan(site).findings())
                    .filteredOn(finding -> finding.title().equals("Missing CSP"))
                    .extracting(Finding::key)
                    .containsExactly("b8d3da43aa6ce4a2984e1a27ff1b084d");
        }
    }

    @Test
    void a_certificate_of_nobody_or_for_another_name_is_not_trusted_and_hides_no_headers() throws Exception {
        for (String alias : List.of("nobody", "other")) {
            try (LocalSite site = site(alias)) {
                secured(site);
                ScanReport report = scan(site);

                assertThat(severities(report))
                        .as(alias)
                        .isEqualTo(Map.of("Certificate verification failed", Severity.HIGH));
                assertThat(report.checkedKeys()).isEqualTo(keys(everyCheck()));
            }
        }
    }

    @Test
    void an_expired_certificate_is_only_expired() throws Exception {
        try (LocalSite site = site("expired")) {
            secured(site);

            assertThat(severities(scan(site))).isEqualTo(Map.of("Certificate expired", Severity.CRITICAL));
        }
    }

    @Test
    void a_certificate_that_ends_soon_tells_the_days_and_keeps_one_key() throws Exception {
        try (LocalSite site = site("ending")) {
            secured(site);
            ScanReport report = scan(site);

            assertThat(severities(report)).isEqualTo(Map.of("Certificate expiring in 8 days", Severity.HIGH));
            assertThat(report.findings().get(0).key()).isEqualTo(TlsChecks.EXPIRING.key(LocalSite.ASSET));
        }
    }

    @Test
    void a_host_that_speaks_only_http_has_no_https_and_nothing_else_is_said() throws Exception {
        int port = plainHost();
        var target = new ScanTarget(LocalSite.ASSET, "localhost", Optional.of(port), Optional.empty());
        ScanReport report = scanner().scan(target, log::add);

        assertThat(severities(report)).isEqualTo(Map.of("No HTTPS", Severity.HIGH));
        assertThat(report.checkedKeys()).isEqualTo(keys(Stream.of(TlsChecks.NO_HTTPS)));
        assertThat(report.tlsVersion()).isEmpty();
    }

    @Test
    void a_host_that_is_away_has_no_connection_and_nothing_else_is_said() throws Exception {
        LocalSite gone = site("good");
        gone.close();
        ScanReport report = scan(gone);

        assertThat(severities(report)).isEqualTo(Map.of("TLS connection failed", Severity.MEDIUM));
        assertThat(report.checkedKeys()).isEqualTo(keys(Stream.of(TlsChecks.CONNECTION)));
    }

    @Test
    void a_broken_server_is_a_failed_request_and_its_headers_are_not_judged() throws Exception {
        try (LocalSite site = site("good")) {
            ScanReport report = scan(site.answers(500));

            assertThat(severities(report)).isEqualTo(Map.of("HTTP request failed", Severity.MEDIUM));
            assertThat(report.checkedKeys())
                    .doesNotContain(TlsChecks.missing(SecurityHeader.CSP).key(LocalSite.ASSET));
        }
    }

    @Test
    void the_summary_tells_grade_score_and_each_test() throws Exception {
        try (LocalSite site = site("good")) {
            secured(site);
            JsonObject headers = scan(site).measures().get("headers");

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
        try (LocalSite site = site("good")) {
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
            ScanReport report = scan(site);

            assertThat(severities(report))
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
        try (LocalSite site = site("good")) {
            secured(site);
            ScanReport report = scan(site.answers(404));

            assertThat(report.findings()).isEmpty();
            assertThat(report.measures()).isEmpty();
            assertThat(log).contains("Headers are not scored: status 404");
            assertThat(report.checkedKeys())
                    .contains(TlsChecks.missing(SecurityHeader.CSP).key(LocalSite.ASSET))
                    .doesNotContainAnyElementsOf(keys(scoredChecks()));
        }
    }

    @Test
    void the_page_comes_once_over_the_connection_of_the_handshake() throws Exception {
        try (LocalSite site = site("good")) {
            scan(site);

            assertThat(site.methods()).containsExactly("GET", "OPTIONS");
        }
    }

    @Test
    void a_page_that_moved_within_the_host_is_followed_from_its_first_answer() throws Exception {
        try (LocalSite site = site("good")) {
            secured(site);
            site.answers(302).sends("Location", "/home").has("/home", "here");
            ScanReport report = scan(site);

            assertThat(report.findings()).isEmpty();
            assertThat(report.measures()).containsKey(HeaderExam.MEASURE);
            assertThat(site.asked()).containsExactly("/", "/", "/home", "/home", "/home");
        }
    }

    @Test
    void a_page_that_breaks_off_has_its_headers_judged_and_no_score() throws Exception {
        try (ServerSocket site = certificates
                .server("good")
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> breakOff(site));
            thread.setDaemon(true);
            thread.start();
            ScanReport report = scanner()
                    .scan(
                            new ScanTarget(
                                    LocalSite.ASSET, "localhost", Optional.of(site.getLocalPort()), Optional.empty()),
                            log::add);

            assertThat(severities(report))
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

    private static LocalSite site(String alias) throws Exception {
        return LocalSite.tls(certificates.server(alias));
    }

    private static void secured(LocalSite site) {
        site.sends("Strict-Transport-Security", "max-age=31536000")
                .sends("Content-Security-Policy", "default-src 'self'")
                .sends("X-Frame-Options", "DENY")
                .sends("X-Content-Type-Options", "nosniff");
    }

    private ScanReport scan(LocalSite site) throws Exception {
        return scanner().scan(site.target(), log::add);
    }

    private static TlsHeadersScanner scanner() throws Exception {
        Visitor visitor = LocalSite.visitor(certificates.roots());
        HeaderExam exam = new HeaderExam(visitor, Clock.systemUTC(), SUFFIXES, Preloads.NONE);
        return new TlsHeadersScanner(visitor, Clock.systemUTC(), exam);
    }

    private static Map<String, Severity> severities(ScanReport report) {
        return report.findings().stream().collect(Collectors.toMap(Finding::title, Finding::severity));
    }

    private static Stream<Check> scoredChecks() {
        return Stream.of(
                        "Weak CSP",
                        "Insecure cookies",
                        "CORS open to every origin",
                        "No safe redirect to HTTPS",
                        "Unsafe Referrer-Policy",
                        "Weak HSTS",
                        "Scripts without integrity",
                        "Invalid X-Content-Type-Options",
                        "Invalid X-Frame-Options",
                        "Invalid Cross-Origin-Resource-Policy")
                .map(title -> new Check("header_scan", "security_headers", "headers", title));
    }

    private static Stream<Check> everyCheck() {
        return Stream.of(headersAndCertificate(), TlsChecks.examined().stream()).flatMap(checks -> checks);
    }

    private static Stream<Check> headersAndCertificate() {
        return Stream.concat(
                Stream.of(
                        TlsChecks.NO_HTTPS,
                        TlsChecks.CONNECTION,
                        TlsChecks.VERIFICATION,
                        TlsChecks.EXPIRED,
                        TlsChecks.EXPIRING,
                        TlsChecks.REQUEST),
                Stream.concat(
                        scoredChecks(),
                        Stream.of(
                                        SecurityHeader.HSTS,
                                        SecurityHeader.CSP,
                                        SecurityHeader.X_FRAME_OPTIONS,
                                        SecurityHeader.X_CONTENT_TYPE_OPTIONS)
                                .map(TlsChecks::missing)));
    }

    private static Set<String> keys(Stream<Check> checks) {
        return checks.map(check -> check.key(LocalSite.ASSET)).collect(Collectors.toSet());
    }

    /** Answers whatever it hears with an HTTP error, as most web servers do when they hear a TLS greeting. */
    private static int plainHost() throws IOException {
        ServerSocket server = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
        CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 2; i++) {
                try (Socket client = server.accept()) {
                    client.getInputStream().read(new byte[4096]);
                    client.getOutputStream()
                            .write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
                } catch (IOException e) {
                    return;
                }
            }
        });
        return server.getLocalPort();
    }
}
