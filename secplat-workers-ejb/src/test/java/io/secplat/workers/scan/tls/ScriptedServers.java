package io.secplat.workers.scan.tls;

import static io.secplat.workers.scan.tls.GradedServers.*;
import static io.secplat.workers.scan.tls.GradedServers.Row;

import io.secplat.workers.scan.tls.rating.Protocol;
import java.math.BigInteger;
import java.util.List;

/** What no server of the JDK does, and its grades. No page is got from these, so none has HSTS. */
final class ScriptedServers {

    private ScriptedServers() {}

    static List<Row> rows() {
        return List.of(
                scripted(
                        "SSL 2.0 beside TLS 1.2",
                        (server, all) -> server.speaks(Protocol.TLS_1_2, SCRIPTED_GCM)
                                .speaks(Protocol.SSL_2, "SSL_CK_RC4_128_WITH_MD5"),
                        "F",
                        "SSL 2.0 is offered",
                        RC4,
                        STEP_DOWN,
                        HSTS),
                scripted(
                        "SSL 2.0 alone",
                        (server, all) -> server.speaks(
                                Protocol.SSL_2, "SSL_CK_DES_192_EDE3_CBC_WITH_MD5", "SSL_CK_RC4_128_EXPORT40_WITH_MD5"),
                        "F",
                        "SSL 2.0 is offered",
                        OLD,
                        NO_SECRECY,
                        NO_AEAD,
                        RC4,
                        EXPORT,
                        HSTS),
                scripted(
                        "SSL 3.0 with RC4 beside TLS 1.2",
                        (server, all) -> server.speaks(Protocol.TLS_1_2, SCRIPTED_GCM)
                                .speaks(Protocol.SSL_3, "RSA_WITH_RC4_128_SHA"),
                        "B",
                        "SSL 3.0 is offered",
                        RC4,
                        STEP_DOWN,
                        HSTS),
                scripted(
                        "SSL 3.0 with RC4 first and CBC that TLS 1.2 takes as well",
                        (server, all) -> server.speaks(Protocol.TLS_1_2, SCRIPTED_GCM, "RSA_WITH_AES_128_CBC_SHA")
                                .speaks(Protocol.SSL_3, "RSA_WITH_RC4_128_SHA", "RSA_WITH_AES_128_CBC_SHA"),
                        "C",
                        "SSL 3.0 is offered",
                        "SSL 3.0 with CBC suites is open to POODLE",
                        RC4,
                        STEP_DOWN,
                        HSTS),
                scripted(
                        "a short key in the second certificate",
                        (server, all) -> server.speaks(
                                        Protocol.TLS_1_2, "ECDHE_ECDSA_WITH_AES_128_GCM_SHA256", SCRIPTED_GCM)
                                .showsForEcdsa(all.chain("ec"))
                                .shows(all.chain("rsa1024")),
                        "B",
                        "the certificate's key is below 2048 bits",
                        HSTS),
                scripted(
                        "SSL 3.0 behind TLS_FALLBACK_SCSV",
                        (server, all) -> server.speaks(Protocol.TLS_1_2, SCRIPTED_GCM)
                                .speaks(Protocol.SSL_3, "RSA_WITH_AES_128_CBC_SHA")
                                .refusesFallback(),
                        "B",
                        "SSL 3.0 is offered",
                        HSTS),
                scripted(
                        "TLS 1.1 behind TLS_FALLBACK_SCSV",
                        (server, all) -> server.speaks(Protocol.TLS_1_2, SCRIPTED_GCM)
                                .speaks(Protocol.TLS_1_1, SCRIPTED_CBC)
                                .refusesFallback(),
                        "B",
                        TLS_1_1,
                        HSTS),
                scripted(
                        "TLS 1.0 for its own greetings alone",
                        (server, all) ->
                                server.speaks(Protocol.TLS_1_0, SCRIPTED_CBC).onlyExactly(),
                        "C",
                        TLS_1_0,
                        OLD,
                        NO_AEAD,
                        HSTS),
                scripted(
                        "compression",
                        (server, all) ->
                                server.speaks(Protocol.TLS_1_2, SCRIPTED_GCM).compresses(),
                        "C",
                        "compression is offered (CRIME)",
                        HSTS),
                scripted(
                        "no secure renegotiation",
                        (server, all) ->
                                server.speaks(Protocol.TLS_1_2, SCRIPTED_GCM).knowsNoRenegotiationInfo(),
                        "A-",
                        "no secure renegotiation",
                        HSTS),
                scripted("DH of 512 bits", (server, all) -> dh(server, 512), "F", INSECURE_DH, WEAK_DH, HSTS),
                scripted("DH of 768 bits", (server, all) -> dh(server, 768), "F", INSECURE_DH, WEAK_DH, HSTS),
                scripted("DH of 1536 bits", (server, all) -> dh(server, 1_536), "B", WEAK_DH, HSTS),
                scripted("DH of 2048 bits", (server, all) -> dh(server, 2_048), "A", HSTS),
                scripted(
                        "an export suite with DH",
                        (server, all) -> server.speaks(
                                        Protocol.TLS_1_2, SCRIPTED_GCM, "DHE_RSA_EXPORT_WITH_DES40_CBC_SHA")
                                .exchangesOver(BigInteger.ONE.shiftLeft(511).setBit(0)),
                        "F",
                        EXPORT,
                        INSECURE_DH,
                        WEAK_DH,
                        HSTS),
                scripted(
                        "anonymous suites alone",
                        (server, all) -> server.speaks(Protocol.TLS_1_2, "DH_anon_WITH_AES_256_GCM_SHA384"),
                        "F",
                        ANONYMOUS,
                        NO_SECRECY,
                        HSTS),
                scripted(
                        "IDEA liked first",
                        (server, all) -> server.speaks(Protocol.TLS_1_2, "RSA_WITH_IDEA_CBC_SHA", SCRIPTED_GCM),
                        "C",
                        BLOCKS,
                        NO_SECRECY,
                        NO_AEAD,
                        HSTS),
                scripted(
                        "Camellia",
                        (server, all) -> server.speaks(Protocol.TLS_1_2, "ECDHE_RSA_WITH_CAMELLIA_256_GCM_SHA384"),
                        "A",
                        HSTS),
                scripted(
                        "CCM in TLS 1.3",
                        (server, all) -> server.speaks(Protocol.TLS_1_3, "AES_128_CCM_SHA256"),
                        "A",
                        HSTS),
                scripted(
                        "a certificate that breaks off",
                        (server, all) ->
                                server.speaks(Protocol.TLS_1_2, SCRIPTED_GCM).breaksOff(),
                        "A",
                        HSTS));
    }

    private static io.secplat.workers.scan.tls.probe.ScriptedTls dh(
            io.secplat.workers.scan.tls.probe.ScriptedTls server, int bits) {
        return server.speaks(Protocol.TLS_1_2, "DHE_RSA_WITH_AES_128_GCM_SHA256")
                .exchangesOver(BigInteger.ONE.shiftLeft(bits - 1).setBit(0));
    }
}
