package io.secplat.workers.scan.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.guard.Host;
import io.secplat.guard.TestCertificates;
import io.secplat.workers.scan.LocalSite;
import io.secplat.workers.scan.TlsSummary;
import io.secplat.workers.scan.Visitor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Certificates as no authority would make them. */
class SeenChainPropertiesTest {

    private static final Host HOST = Host.parse("localhost");

    private static Path folder;
    private static X509Certificate rsa;
    private static X509Certificate curve;
    private static Visitor visitor;

    @BeforeContainer
    static void certify() throws Exception {
        folder = Files.createTempDirectory("seen-chain");
        TestCertificates certificates = TestCertificates.in(folder)
                .rsaAuthority()
                .rsa("rsa", 1_024, "SHA256withRSA")
                .signed("ec", -1, 9);
        rsa = certificates.chain("rsa").get(0);
        curve = certificates.chain("ec").get(0);
        visitor = LocalSite.visitor(certificates.roots());
    }

    @AfterContainer
    static void tidy() throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @Property(tries = 2_000)
    void a_damaged_certificate_is_described_or_cannot_be_read(
            @ForAll boolean onCurve, @ForAll @Size(min = 1, max = 4) Map<@IntRange(max = 2_000) Integer, Byte> damage)
            throws Exception {
        byte[] encoded = (onCurve ? curve : rsa).getEncoded();
        damage.forEach((place, value) -> encoded[place % encoded.length] = value);
        Optional<X509Certificate> certificate = read(encoded);
        if (certificate.isPresent()) {
            described(certificate.get());
        }
    }

    private static void described(X509Certificate certificate) {
        List<X509Certificate> chain = List.of(certificate);
        Optional<String> distrust = visitor.distrust(chain);
        SeenChain seen = new SeenChain(chain, distrust, HOST, Instant.EPOCH);
        TlsSummary.Certificate summary = seen.summary();

        assertThat(seen.facts().strength()).isNotNegative();
        assertThat(summary.subject() + summary.issuer() + summary.names() + summary.signatures())
                .doesNotContainPattern("\\p{Cntrl}");
    }

    private static Optional<X509Certificate> read(byte[] encoded) {
        try {
            return Optional.of((X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded)));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }
}
