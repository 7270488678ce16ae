package io.secplat.workers.scan.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.contracts.model.Severity;
import io.secplat.guard.TestCertificates;
import io.secplat.workers.scan.Finding;
import io.secplat.workers.scan.LocalSite;
import io.secplat.workers.scan.ScanReport;
import io.secplat.workers.scan.tls.probe.ScriptedTls;
import io.secplat.workers.scan.tls.rating.CipherSuite;
import io.secplat.workers.scan.tls.rating.CipherSuites;
import io.secplat.workers.scan.tls.rating.Protocol;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a scan says about servers that JSSE does not speak to. */
class TlsFindingsTest {

    private static final String GCM = "ECDHE_RSA_WITH_AES_128_GCM_SHA256";

    @TempDir
    static Path folder;

    private static TestCertificates certificates;

    private final List<String> log = new ArrayList<>();

    @BeforeAll
    static void certify() throws Exception {
        certificates = TestCertificates.in(folder)
                .rsaAuthority()
                .rsa("good", 2_048, "SHA256withRSA")
                .rsa("short", 1_024, "SHA1withRSA");
    }

    @Test
    void everything_that_is_weak_is_a_finding_of_its_own() throws Exception {
        ScanReport report = scan(server("short")
                .speaks(Protocol.TLS_1_2, "DHE_RSA_WITH_AES_128_GCM_SHA256", "RSA_WITH_RC4_128_SHA")
                .speaks(Protocol.TLS_1_0, "RSA_WITH_3DES_EDE_CBC_SHA")
                .exchangesOver(BigInteger.ONE.shiftLeft(1_023).setBit(0)));

        assertThat(severities(report))
                .containsEntry("Obsolete TLS versions offered", Severity.MEDIUM)
                .containsEntry("Weak cipher suites offered", Severity.HIGH)
                .containsEntry("Weak key exchange", Severity.MEDIUM)
                .containsEntry("Weak certificate key or signature", Severity.MEDIUM)
                .doesNotContainKeys("No forward secrecy", "TLS grade below B");
        assertThat(evidence(report, TlsChecks.WEAK_SUITES.keyTitle()))
                .isEqualTo("accepted: TLS_RSA_WITH_RC4_128_SHA, TLS_RSA_WITH_3DES_EDE_CBC_SHA");
        assertThat(evidence(report, TlsChecks.OLD_VERSIONS.keyTitle())).isEqualTo("offered: TLS 1.0");
    }

    @Test
    void a_grade_below_b_tells_its_reasons() throws Exception {
        ScanReport report = scan(server("good")
                .speaks(Protocol.SSL_3, "RSA_WITH_RC4_128_SHA")
                .speaks(Protocol.SSL_2, "SSL_CK_RC4_128_WITH_MD5"));

        assertThat(severities(report))
                .containsEntry("Obsolete TLS versions offered", Severity.HIGH)
                .containsEntry("No forward secrecy", Severity.MEDIUM)
                .containsEntry("TLS grade below B", Severity.HIGH);
        assertThat(evidence(report, TlsChecks.POOR_GRADE.keyTitle()))
                .startsWith(
                        "grade F, score 71 (protocol 40, key exchange 90, cipher 80); F: SSL 2.0 is offered (2009c)")
                .hasSizeLessThanOrEqualTo(Finding.LONGEST_EVIDENCE);
    }

    @Test
    void a_sound_server_passes_every_check() throws Exception {
        ScanReport report = scan(server("good").speaks(Protocol.TLS_1_2, GCM));

        assertThat(report.findings()).extracting(Finding::title).containsExactly("TLS connection failed");
        assertThat(report.checkedKeys())
                .containsAll(TlsChecks.examined().stream()
                        .map(check -> check.key(LocalSite.ASSET))
                        .toList());
    }

    @Test
    void a_server_with_more_suites_than_a_scan_asks_for_passes_nothing_that_was_not_seen() throws Exception {
        String[] sound = CipherSuites.of(Protocol.TLS_1_2).stream()
                .filter(suite -> !suite.isWeak())
                .map(CipherSuite::name)
                .toArray(String[]::new);
        ScanReport report = scan(server("good").speaks(Protocol.TLS_1_2, sound));

        assertThat(report.tls())
                .hasValueSatisfying(tls -> assertThat(tls.complete()).isFalse());
        assertThat(report.checkedKeys()).doesNotContain(TlsChecks.WEAK_SUITES.key(LocalSite.ASSET));
    }

    @Test
    void the_log_tells_versions_suites_and_the_grade() throws Exception {
        scan(server("good").speaks(Protocol.TLS_1_2, GCM));

        assertThat(log).contains("TLS 1.2: TLS_" + GCM).anySatisfy(line -> assertThat(line)
                .startsWith("TLS grade: A after "));
    }

    @Test
    void the_certificate_is_described_in_the_summary() throws Exception {
        ScanReport report = scan(server("short").speaks(Protocol.TLS_1_2, GCM));

        assertThat(report.tls().orElseThrow().certificate()).hasValueSatisfying(certificate -> {
            assertThat(certificate.key()).isEqualTo("RSA 1024 bits");
            assertThat(certificate.names()).containsExactly("localhost", "127.0.0.1");
            assertThat(certificate.signatures()).containsExactly("SHA1withRSA");
            assertThat(certificate.daysLeft()).isBetween(88L, 90L);
            assertThat(certificate.distrust()).isEmpty();
            assertThat(certificate.named()).isTrue();
        });
    }

    private static ScriptedTls server(String alias) throws Exception {
        return ScriptedTls.open().shows(certificates.chain(alias));
    }

    private ScanReport scan(ScriptedTls scripted) throws Exception {
        try (ScriptedTls server = scripted.start()) {
            return GradedServers.scan(server.port(), certificates.roots(), log::add);
        }
    }

    private static Map<String, Severity> severities(ScanReport report) {
        return report.findings().stream().collect(Collectors.toMap(Finding::title, Finding::severity));
    }

    private static String evidence(ScanReport report, String title) {
        return report.findings().stream()
                .filter(finding -> finding.title().equals(title))
                .findFirst()
                .orElseThrow()
                .evidence();
    }
}
