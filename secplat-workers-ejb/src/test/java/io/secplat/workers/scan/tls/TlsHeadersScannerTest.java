package io.secplat.workers.scan.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.contracts.model.Severity;
import io.secplat.workers.scan.LocalSite;
import io.secplat.workers.scan.ScanReport;
import io.secplat.workers.scan.ScanTarget;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the scan says of a site by its connection and certificate. */
class TlsHeadersScannerTest {

    @TempDir
    static Path folder;

    private static TlsBench bench;

    @BeforeAll
    static void certify() throws Exception {
        bench = TlsBench.in(folder);
    }

    @Test
    void a_good_certificate_and_all_headers_leave_nothing_to_say() throws Exception {
        try (LocalSite site = bench.site("good")) {
            TlsBench.secured(site);
            ScanReport report = bench.scan(site);

            assertThat(report.findings()).isEmpty();
            assertThat(report.tlsVersion()).contains("1.3");
            assertThat(report.checkedKeys()).isEqualTo(TlsBench.keys(TlsBench.everyCheck()));
        }
    }

    @Test
    void a_certificate_of_nobody_or_for_another_name_is_not_trusted_and_hides_no_headers() throws Exception {
        for (String alias : List.of("nobody", "other")) {
            try (LocalSite site = bench.site(alias)) {
                TlsBench.secured(site);
                ScanReport report = bench.scan(site);

                assertThat(TlsBench.severities(report))
                        .as(alias)
                        .isEqualTo(Map.of("Certificate verification failed", Severity.HIGH));
                assertThat(report.checkedKeys()).isEqualTo(TlsBench.keys(TlsBench.everyCheck()));
            }
        }
    }

    @Test
    void an_expired_certificate_is_only_expired() throws Exception {
        try (LocalSite site = bench.site("expired")) {
            TlsBench.secured(site);

            assertThat(TlsBench.severities(bench.scan(site)))
                    .isEqualTo(Map.of("Certificate expired", Severity.CRITICAL));
        }
    }

    @Test
    void a_certificate_that_ends_soon_tells_the_days_and_keeps_one_key() throws Exception {
        try (LocalSite site = bench.site("ending")) {
            TlsBench.secured(site);
            ScanReport report = bench.scan(site);

            assertThat(TlsBench.severities(report)).isEqualTo(Map.of("Certificate expiring in 8 days", Severity.HIGH));
            assertThat(report.findings().get(0).key()).isEqualTo(TlsChecks.EXPIRING.key(LocalSite.ASSET));
        }
    }

    @Test
    void a_host_that_speaks_only_http_has_no_https_and_nothing_else_is_said() throws Exception {
        int port = plainHost();
        var target = new ScanTarget(LocalSite.ASSET, "localhost", Optional.of(port), Optional.empty());
        ScanReport report = bench.scan(target);

        assertThat(TlsBench.severities(report)).isEqualTo(Map.of("No HTTPS", Severity.HIGH));
        assertThat(report.checkedKeys()).isEqualTo(TlsBench.keys(Stream.of(TlsChecks.NO_HTTPS)));
        assertThat(report.tlsVersion()).isEmpty();
    }

    @Test
    void a_host_that_is_away_has_no_connection_and_nothing_else_is_said() throws Exception {
        LocalSite gone = bench.site("good");
        gone.close();
        ScanReport report = bench.scan(gone);

        assertThat(TlsBench.severities(report)).isEqualTo(Map.of("TLS connection failed", Severity.MEDIUM));
        assertThat(report.checkedKeys()).isEqualTo(TlsBench.keys(Stream.of(TlsChecks.CONNECTION)));
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
