package io.secplat.stream.redis;

import io.secplat.guard.TestCertificates;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Passwords and certificates of the servers of one test. Beside the port with TLS each has a plain one, for the test itself. */
record TestSecurity(TestCertificates.Pem files) {

    static final String PASSWORD = "barley-opens-the-server";
    static final String SENTINEL_PASSWORD = "wheat-opens-the-sentinel";

    /** With a certificate for this machine. */
    static TestSecurity in(Path folder) throws Exception {
        return new TestSecurity(
                TestCertificates.in(folder).signed("redis", -1, 30).pem("redis"));
    }

    /** With a certificate for another one. */
    static TestSecurity misnamed(Path folder) throws Exception {
        return new TestSecurity(TestCertificates.in(folder)
                .signed("redis", "dns:other.example", -1, 30)
                .pem("redis"));
    }

    /** Options of a server that is let in by the password and speaks TLS at that port, with its own kind too. */
    List<String> server(int tlsPort) {
        return List.of(
                "--tls-port",
                Integer.toString(tlsPort),
                "--tls-cert-file",
                files.certificate().toString(),
                "--tls-key-file",
                files.key().toString(),
                "--tls-ca-cert-file",
                files.authority().toString(),
                "--tls-auth-clients",
                "no",
                "--tls-replication",
                "yes",
                "--requirepass",
                PASSWORD,
                "--masterauth",
                PASSWORD);
    }

    /** The lines of a sentinel that does the same with a password of its own. */
    String sentinel(int tlsPort) {
        return """
                tls-port %s
                tls-cert-file %s
                tls-key-file %s
                tls-ca-cert-file %s
                tls-auth-clients no
                tls-replication yes
                requirepass %s
                sentinel auth-pass main %s
                """
                .formatted(tlsPort, files.certificate(), files.key(), files.authority(), SENTINEL_PASSWORD, PASSWORD);
    }

    RedisAccess access() {
        return access(SENTINEL_PASSWORD);
    }

    RedisAccess access(String sentinelPassword) {
        return RedisAccess.of(Optional.empty(), Optional.of(sentinelPassword), Optional.of(files.authority()));
    }
}
