package io.secplat.workers.scan.tls;

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
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the tests of the scan need: sites with certificates of their own, a scanner, and what it may say of a site. */
record TlsBench(TestCertificates certificates, List<String> log) {

    private static final PublicSuffixes SUFFIXES = ListedSuffixes.bundled();

    /** Certifies in that folder, which takes a moment: once for each class of tests. */
    static TlsBench in(Path folder) throws Exception {
        TestCertificates certificates = TestCertificates.in(folder)
                .signed("good", -1, 90)
                .signed("expired", -30, 10)
                .signed("ending", -1, 10)
                .signed("other", "dns:other.example", -1, 90)
                .selfSigned("nobody");
        return new TlsBench(certificates, new ArrayList<>());
    }

    LocalSite site(String alias) throws Exception {
        return LocalSite.tls(certificates.server(alias));
    }

    static void secured(LocalSite site) {
        site.sends("Strict-Transport-Security", "max-age=31536000")
                .sends("Content-Security-Policy", "default-src 'self'")
                .sends("X-Frame-Options", "DENY")
                .sends("X-Content-Type-Options", "nosniff");
    }

    ScanReport scan(LocalSite site) throws Exception {
        return scan(site.target());
    }

    ScanReport scan(ScanTarget target) throws Exception {
        Visitor visitor = LocalSite.visitor(certificates.roots());
        HeaderExam exam = new HeaderExam(visitor, Clock.systemUTC(), SUFFIXES, Preloads.NONE);
        return new TlsHeadersScanner(visitor, Clock.systemUTC(), exam).scan(target, log::add);
    }

    static Map<String, Severity> severities(ScanReport report) {
        return report.findings().stream().collect(Collectors.toMap(Finding::title, Finding::severity));
    }

    static Stream<Check> scoredChecks() {
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

    static Stream<Check> everyCheck() {
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

    static Set<String> keys(Stream<Check> checks) {
        return checks.map(check -> check.key(LocalSite.ASSET)).collect(Collectors.toSet());
    }
}
