package io.secplat.workers.scan.tls;

import static io.secplat.workers.scan.tls.GradedServers.*;
import static io.secplat.workers.scan.tls.GradedServers.Jsse;
import static io.secplat.workers.scan.tls.GradedServers.Row;

import java.util.List;

/** Servers of the JDK and their grades. */
final class JdkServers {

    private static final String V13 = "TLSv1.3";
    private static final String V12 = "TLSv1.2";
    private static final String V11 = "TLSv1.1";
    private static final String V10 = "TLSv1";
    private static final String V3 = "SSLv3";

    private JdkServers() {}

    static List<Row> rows() {
        return List.of(
                // versions
                jdk("TLS 1.3 and 1.2", server("ec", V13 + "," + V12, NEW_SUITES + "," + ECDSA), "A+"),
                jdk("TLS 1.3 alone", server("ec", V13, NEW_SUITES), "A+"),
                jdk("TLS 1.2 alone", server("rsa2048", V12, ECDHE), "A+"),
                jdk(
                        "TLS 1.3 to 1.1",
                        server("rsa2048", V13 + "," + V12 + "," + V11, NEW_SUITES + "," + OLD_ECDHE),
                        "B",
                        TLS_1_1),
                jdk(
                        "TLS 1.2 to 1.0",
                        server("rsa2048", V12 + "," + V11 + "," + V10, OLD_ECDHE),
                        "B",
                        TLS_1_0,
                        TLS_1_1,
                        STEP_DOWN),
                jdk(
                        "TLS 1.2 and 1.0 with a hole",
                        server("rsa2048", V12 + "," + V10, OLD_ECDHE),
                        "B",
                        TLS_1_0,
                        STEP_DOWN),
                jdk("TLS 1.1 alone", server("rsa2048", V11, CBC), "C", TLS_1_1, OLD, NO_AEAD, HSTS),
                jdk("TLS 1.0 alone", server("rsa2048", V10, CBC), "C", TLS_1_0, OLD, NO_AEAD, HSTS),
                jdk(
                        "TLS 1.2 and SSL 3.0",
                        server("rsa2048", V12 + "," + V3, OLD_ECDHE + "," + PLAIN_CBC),
                        "C",
                        "SSL 3.0 is offered",
                        "SSL 3.0 with CBC suites is open to POODLE",
                        STEP_DOWN),
                jdk(
                        "SSL 3.0 alone",
                        server("rsa2048", V3, PLAIN_CBC),
                        "F",
                        "SSL 3.0 is offered",
                        "SSL 3.0 is the newest version offered",
                        "SSL 3.0 with CBC suites is open to POODLE",
                        OLD,
                        NO_SECRECY,
                        NO_AEAD,
                        HSTS),
                // HSTS
                jdk("no HSTS", new Jsse("ec", V12, ECDSA, "server", 0), "A", HSTS),
                jdk("a short HSTS", new Jsse("ec", V12, ECDSA, "server", 15_551_999), "A", HSTS),
                jdk("an HSTS that is just long enough", new Jsse("ec", V12, ECDSA, "server", 15_552_000), "A+"),
                // suites
                jdk("no forward secrecy", server("rsa2048", V12, PLAIN_GCM), "B", NO_SECRECY),
                jdk("no AEAD", server("rsa2048", V12, CBC), "B", NO_AEAD),
                jdk("neither", server("rsa2048", V12, PLAIN_CBC), "B", NO_SECRECY, NO_AEAD),
                jdk("forward secrecy liked last", server("rsa2048", V12, PLAIN_GCM + "," + ECDHE), "B", NO_SECRECY),
                jdk("forward secrecy liked first", server("rsa2048", V12, ECDHE + "," + PLAIN_GCM), "A+"),
                jdk("the client's choice", clientsChoice("rsa2048", V12, PLAIN_GCM + "," + ECDHE), "A+"),
                jdk("AEAD liked last", server("rsa2048", V12, CBC + "," + ECDHE), "B", NO_AEAD),
                jdk(
                        "TLS 1.3 beside TLS 1.2 without forward secrecy",
                        server("rsa2048", V13 + "," + V12, NEW_SUITES + "," + PLAIN_GCM),
                        "B",
                        NO_SECRECY),
                jdk("triple DES alone", server("rsa2048", V12, THREE_DES), "C", BLOCKS, NO_SECRECY, NO_AEAD, HSTS),
                jdk(
                        "triple DES liked first",
                        server("rsa2048", V12, THREE_DES + "," + ECDHE),
                        "C",
                        BLOCKS,
                        NO_SECRECY,
                        NO_AEAD),
                jdk("triple DES liked last", server("rsa2048", V12, ECDHE + "," + THREE_DES), "A+"),
                jdk(
                        "triple DES in TLS 1.0 alone",
                        server("rsa2048", V10, THREE_DES),
                        "C",
                        TLS_1_0,
                        OLD,
                        NO_SECRECY,
                        NO_AEAD,
                        HSTS),
                jdk(
                        "RC4 alone",
                        server("rsa2048", V12, ECDHE_RC4),
                        "F",
                        "all suites are RC4",
                        RC4,
                        RC4_FIRST,
                        NO_AEAD,
                        HSTS),
                jdk("RC4 liked first", server("rsa2048", V12, ECDHE_RC4 + "," + ECDHE), "C", RC4, RC4_FIRST, NO_AEAD),
                jdk("RC4 liked last", server("rsa2048", V12, ECDHE + "," + ECDHE_RC4), "B", RC4),
                jdk("NULL", server("rsa2048", V12, ECDHE + ",TLS_RSA_WITH_NULL_SHA256"), "F", NULLS),
                jdk("anonymous", server("rsa2048", V12, ECDHE + ",TLS_ECDH_anon_WITH_AES_128_CBC_SHA"), "F", ANONYMOUS),
                jdk(
                        "export in TLS 1.0",
                        server("rsa2048", V12 + "," + V10, OLD_ECDHE + ",SSL_RSA_EXPORT_WITH_RC4_40_MD5"),
                        "F",
                        EXPORT,
                        TLS_1_0,
                        RC4,
                        STEP_DOWN),
                jdk(
                        "DES in TLS 1.1",
                        server("rsa2048", V12 + "," + V11, OLD_ECDHE + ",SSL_RSA_WITH_DES_CBC_SHA"),
                        "B",
                        TLS_1_1,
                        STEP_DOWN),
                // keys
                jdk("DH of 1024 bits", server("rsa2048", V12, "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256"), "B", WEAK_DH),
                jdk(
                        "RSA of 512 bits",
                        server("rsa512", V12, PLAIN_GCM),
                        "F",
                        NO_SECRECY,
                        UNTRUSTED,
                        "the certificate's key is below 1024 bits",
                        "the certificate's key is below 2048 bits"),
                jdk("RSA of 1024 bits", server("rsa1024", V12, ECDHE), "B", "the certificate's key is below 2048 bits"),
                jdk("RSA of 4096 bits", server("rsa4096", V12, ECDHE), "A+"),
                // certificates
                jdk("SHA-1", server("sha1", V12, ECDHE), "T", "a certificate is signed with SHA-1"),
                jdk(
                        "MD5",
                        server("md5", V12, ECDHE),
                        "F",
                        "a certificate is signed with MD2, MD4 or MD5",
                        UNTRUSTED,
                        HSTS),
                jdk("an expired certificate", server("expired", V12, ECDSA), "T", "the certificate has expired"),
                jdk("a certificate of tomorrow", server("early", V12, ECDSA), "T", UNTRUSTED),
                jdk("a certificate that nobody signed", server("nobody", V12, ECDSA), "T", UNTRUSTED),
                jdk(
                        "a certificate for another name",
                        server("other", V12, ECDSA),
                        "M",
                        "the certificate is for another name"),
                jdk(
                        "a certificate for other names by a star",
                        server("wildcard", V12, ECDSA),
                        "M",
                        "the certificate is for another name"),
                jdk(
                        "nobody's certificate with old versions",
                        server("nobody", V12 + "," + V11, ECDSA + ",TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA"),
                        "T",
                        UNTRUSTED,
                        TLS_1_1,
                        STEP_DOWN));
    }
}
