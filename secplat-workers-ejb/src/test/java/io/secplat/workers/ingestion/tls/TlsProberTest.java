package io.secplat.workers.ingestion.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.contracts.model.Probe;
import io.secplat.contracts.model.ProbeError;
import io.secplat.contracts.model.ProbeKind;
import io.secplat.workers.ingestion.CheckResult;
import io.secplat.workers.ingestion.Guards;
import io.secplat.workers.ingestion.tcp.Dialer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TlsProberTest {

    private static final char[] PASSWORD = "for-this-test".toCharArray();

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Dialer dialer = new Dialer(Guards.local(host -> List.of(InetAddress.getLoopbackAddress())));

    @TempDir
    Path folder;

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    @Test
    void a_trusted_valid_certificate_for_the_host_is_up() throws Exception {
        KeyStore keys = certificate("good.test", "-1d", 10);

        assertThat(check(keys, TlsHandshake.trusting(keys), "good.test")).isEqualTo(new CheckResult.Up(0));
    }

    @Test
    void a_certificate_that_nobody_trusts_is_a_tls_error() throws Exception {
        KeyStore keys = certificate("good.test", "-1d", 10);

        assertThat(check(keys, TlsHandshake.ofThisRuntime(), "good.test"))
                .isEqualTo(CheckResult.down(ProbeError.TLS_ERROR));
    }

    @Test
    void a_certificate_for_another_host_is_a_tls_error() throws Exception {
        KeyStore keys = certificate("good.test", "-1d", 10);

        assertThat(check(keys, TlsHandshake.trusting(keys), "other.test"))
                .isEqualTo(CheckResult.down(ProbeError.TLS_ERROR));
    }

    @Test
    void an_expired_certificate_is_a_tls_error() throws Exception {
        KeyStore keys = certificate("good.test", "-10d", 2);

        assertThat(check(keys, TlsHandshake.trusting(keys), "good.test"))
                .isEqualTo(CheckResult.down(ProbeError.TLS_ERROR));
    }

    @Test
    void silence_during_the_handshake_is_a_timeout() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Probe probe = probe("good.test:" + silent.getLocalPort(), 300);

            assertThat(new TlsProber(dialer, TlsHandshake.ofThisRuntime()).check(probe))
                    .isEqualTo(CheckResult.down(ProbeError.TIMEOUT));
        }
    }

    private CheckResult check(KeyStore serverKeys, TlsHandshake trust, String host) throws Exception {
        try (SSLServerSocket server = server(serverKeys)) {
            threads.submit(() -> {
                try (SSLSocket socket = (SSLSocket) server.accept()) {
                    socket.startHandshake();
                    socket.getInputStream().read();
                }
                return null;
            });
            return new TlsProber(dialer, trust).check(probe(host + ":" + server.getLocalPort(), 10_000));
        }
    }

    private static SSLServerSocket server(KeyStore keys) throws Exception {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    private KeyStore certificate(String host, String from, int days) throws Exception {
        Path file = folder.resolve(host + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "SAN=dns:" + host,
                        "-startdate",
                        from,
                        "-validity",
                        String.valueOf(days),
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start();
        assertThat(keytool.waitFor()).isZero();
        return load(file);
    }

    private static KeyStore load(Path file) throws IOException, java.security.GeneralSecurityException {
        KeyStore pair = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            pair.load(in, PASSWORD);
        }
        pair.setCertificateEntry("authority", pair.getCertificate("server"));
        return pair;
    }

    private static Probe probe(String target, int timeoutMs) {
        return new Probe(ProbeKind.TLS, null, target, 60, timeoutMs, "2xx-3xx", null, false);
    }
}
