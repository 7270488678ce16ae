package io.secplat.workers.scan.tls;

import io.secplat.guard.TestCertificates;
import io.secplat.guard.TrustedRoots;
import io.secplat.workers.scan.LocalSite;
import io.secplat.workers.scan.ScanLog;
import io.secplat.workers.scan.ScanReport;
import io.secplat.workers.scan.ScanTarget;
import io.secplat.workers.scan.Visitor;
import io.secplat.workers.scan.headers.PublicSuffixes;
import io.secplat.workers.scan.headers.observatory.Preloads;
import io.secplat.workers.scan.headers.suffix.ListedSuffixes;
import io.secplat.workers.scan.headers.visit.HeaderExam;
import io.secplat.workers.scan.tls.probe.ScriptedTls;
import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Servers and the grades they deserve: a certificate, versions and suites for the JDK's own TLS, or a script for what that cannot
 * do. Reasons are those of the rules, without their letters.
 */
final class GradedServers {

    private static final PublicSuffixes SUFFIXES = ListedSuffixes.bundled();

    static final String HSTS = "no HSTS of 180 days or more was seen";
    static final String STEP_DOWN = "no protection against a step down";
    static final String NO_SECRECY = "no forward secrecy";
    static final String NO_AEAD = "no AEAD suites";
    static final String OLD = "neither TLS 1.2 nor 1.3 is offered";
    static final String TLS_1_0 = "TLS 1.0 is offered";
    static final String TLS_1_1 = "TLS 1.1 is offered";
    static final String RC4 = "RC4 is offered";
    static final String RC4_FIRST = "modern clients get RC4";
    static final String BLOCKS = "modern clients get blocks of 64 bits";
    static final String NULLS = "suites without encryption are offered";
    static final String ANONYMOUS = "anonymous suites are offered";
    static final String EXPORT = "export suites are offered";
    static final String UNTRUSTED = "the certificate is not trusted";
    static final String WEAK_DH = "DH below 2048 bits";
    static final String INSECURE_DH = "DH below 1024 bits";

    static final long LONG = 31_536_000;

    static final String NEW_SUITES = "TLS_AES_128_GCM_SHA256,TLS_AES_256_GCM_SHA384,TLS_CHACHA20_POLY1305_SHA256";
    static final String ECDSA = "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256";
    static final String ECDHE = "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256";
    static final String OLD_ECDHE = ECDHE + ",TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA";
    static final String CBC = "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA";
    static final String PLAIN_GCM = "TLS_RSA_WITH_AES_128_GCM_SHA256";
    static final String PLAIN_CBC = "TLS_RSA_WITH_AES_128_CBC_SHA";
    static final String THREE_DES = "SSL_RSA_WITH_3DES_EDE_CBC_SHA";
    static final String ECDHE_RC4 = "TLS_ECDHE_RSA_WITH_RC4_128_SHA";
    static final String SCRIPTED_GCM = "ECDHE_RSA_WITH_AES_128_GCM_SHA256";
    static final String SCRIPTED_CBC = "ECDHE_RSA_WITH_AES_128_CBC_SHA";

    /** What a server of the JDK is made of. */
    record Jsse(String certificate, String versions, String suites, String order, long hsts) {}

    /** Makes a scripted server. */
    interface Script {
        ScriptedTls in(ScriptedTls server, TestCertificates certificates) throws Exception;
    }

    /** One line of the table. */
    record Row(String name, Object server, String grade, Set<String> reasons) {

        @Override
        public String toString() {
            return name + " gets " + grade;
        }

        Opened open(TestCertificates certificates, LegacyProcess process) throws Exception {
            if (server instanceof Jsse jsse) {
                int port = process.open(jsse.certificate(), jsse.versions(), jsse.suites(), jsse.order(), jsse.hsts());
                return new Opened(port, () -> {});
            }
            ScriptedTls scripted = ((Script) server)
                    .in(ScriptedTls.open().shows(certificates.chain("rsa2048")), certificates)
                    .start();
            return new Opened(scripted.port(), scripted);
        }
    }

    /** A server that runs. */
    record Opened(int port, Closeable server) implements Closeable {
        @Override
        public void close() throws IOException {
            server.close();
        }
    }

    private GradedServers() {}

    static TestCertificates certificates(java.nio.file.Path folder) throws IOException, InterruptedException {
        return TestCertificates.in(folder)
                .rsaAuthority()
                .signed("ec", -1, 90)
                .signed("expired", -30, 10)
                .signed("early", 10, 90)
                .signed("other", "dns:other.example", -1, 90)
                .signed("wildcard", "dns:*.example", -1, 90)
                .selfSigned("nobody")
                .rsa("rsa512", 512, "SHA256withRSA")
                .rsa("rsa1024", 1_024, "SHA256withRSA")
                .rsa("rsa2048", 2_048, "SHA256withRSA")
                .rsa("rsa4096", 4_096, "SHA384withRSA")
                .rsa("sha1", 2_048, "SHA1withRSA")
                .rsa("md5", 2_048, "MD5withRSA");
    }

    /** A scan of that port of this machine. */
    static ScanReport scan(int port, TrustedRoots roots, ScanLog log) throws InterruptedException {
        ScanTarget target = new ScanTarget(LocalSite.ASSET, "localhost", Optional.of(port), Optional.empty());
        Visitor visitor = LocalSite.visitor(roots);
        HeaderExam exam = new HeaderExam(visitor, Clock.systemUTC(), SUFFIXES, Preloads.NONE);
        return new TlsHeadersScanner(visitor, Clock.systemUTC(), exam).scan(target, log);
    }

    static Row jdk(String name, Jsse server, String grade, String... reasons) {
        return new Row(name, server, grade, Set.of(reasons));
    }

    static Row scripted(String name, Script server, String grade, String... reasons) {
        return new Row(name, server, grade, Set.of(reasons));
    }

    static Jsse server(String certificate, String versions, String suites) {
        return new Jsse(certificate, versions, suites, "server", LONG);
    }

    static Jsse clientsChoice(String certificate, String versions, String suites) {
        return new Jsse(certificate, versions, suites, "client", LONG);
    }

    static List<Row> all() {
        List<Row> rows = new java.util.ArrayList<>(JdkServers.rows());
        rows.addAll(ScriptedServers.rows());
        return rows;
    }
}
