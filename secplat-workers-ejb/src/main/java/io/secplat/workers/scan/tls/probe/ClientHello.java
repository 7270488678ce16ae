package io.secplat.workers.scan.tls.probe;

import io.secplat.workers.scan.tls.rating.CipherSuite;
import io.secplat.workers.scan.tls.rating.Protocol;
import java.util.List;
import java.util.Optional;

/**
 * A greeting (RFC 5246, section 7.4.1.2; RFC 8446, section 4.1.2) in a record of its own. Its random and its key share are always
 * the same: the handshake ends here, so there is no secret to make.
 *
 * @param keyShare whether a greeting of TLS 1.3 has one. To one that has none the server answers by a HelloRetryRequest (RFC 8446,
 *     section 4.1.4), which names version, suite and group and costs it no arithmetic
 * @param serverName for SNI; empty for an address
 * @param fallback whether it claims to be a step down (RFC 7507)
 */
record ClientHello(
        Protocol version, List<CipherSuite> suites, boolean keyShare, Optional<String> serverName, boolean fallback) {

    private static final int HANDSHAKE = 22;
    private static final int CLIENT_HELLO = 1;
    private static final int FALLBACK_SCSV = 0x5600;
    private static final int RENEGOTIATION_SCSV = 0x00FF;
    private static final int[] SIGNATURES = {
        0x0403, 0x0503, 0x0603, 0x0807, 0x0808, 0x0804, 0x0805, 0x0806, 0x0809, 0x080A, 0x080B, 0x0401, 0x0501, 0x0601,
        0x0303, 0x0301, 0x0402, 0x0203, 0x0201, 0x0202, 0x0101
    };

    byte[] bytes() {
        byte[] body = body();
        byte[] message =
                new Octets().u8(CLIENT_HELLO).u24(body.length).raw(body).bytes();
        int record = Math.min(version.code(), Protocol.TLS_1_0.code());
        return new Octets().u8(HANDSHAKE).u16(record).short16(message).bytes();
    }

    private byte[] body() {
        Octets hello = new Octets()
                .u16(Math.min(version.code(), Protocol.TLS_1_2.code()))
                .raw(random())
                .short8(new byte[0])
                .short16(suiteCodes())
                .short8(isTls13() ? new byte[] {0} : new byte[] {1, 0});
        return version == Protocol.SSL_3
                ? hello.bytes()
                : hello.short16(extensions()).bytes();
    }

    private boolean isTls13() {
        return version == Protocol.TLS_1_3;
    }

    private static byte[] random() {
        byte[] random = new byte[32];
        for (int i = 0; i < random.length; i++) {
            random[i] = (byte) (i * 7 + 1);
        }
        return random;
    }

    private byte[] suiteCodes() {
        Octets codes = new Octets();
        suites.forEach(suite -> codes.u16(suite.code()));
        if (fallback) {
            codes.u16(FALLBACK_SCSV);
        }
        return isTls13() ? codes.bytes() : codes.u16(RENEGOTIATION_SCSV).bytes();
    }

    private byte[] extensions() {
        Octets all = new Octets();
        serverName.ifPresent(name -> extension(all, 0, nameList(name)));
        extension(all, 10, new Octets().short16(groups()).bytes());
        extension(all, 11, new byte[] {1, 0});
        if (version.isAtLeast(Protocol.TLS_1_2)) {
            extension(all, 13, new Octets().short16(codes(SIGNATURES)).bytes());
        }
        if (isTls13()) {
            extension(all, 43, new Octets().short8(codes(version.code())).bytes());
            extension(
                    all,
                    51,
                    new Octets().short16(keyShare ? share() : new byte[0]).bytes());
        }
        return all.bytes();
    }

    /** Groups of primes are for TLS 1.3 alone: in older versions they would hide the prime that other clients get. */
    private byte[] groups() {
        List<NamedGroup> offered = isTls13() ? List.of(NamedGroup.values()) : NamedGroup.curves();
        return codes(offered.stream().mapToInt(NamedGroup::code).toArray());
    }

    /** The base point of curve 25519 (RFC 7748, section 4.1) as public key: valid, and of nobody's private key. */
    private static byte[] share() {
        byte[] point = new byte[32];
        point[0] = 9;
        return new Octets().u16(NamedGroup.X25519.code()).short16(point).bytes();
    }

    private static byte[] nameList(String name) {
        byte[] ascii = name.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        return new Octets().short16(new Octets().u8(0).short16(ascii).bytes()).bytes();
    }

    private static byte[] codes(int... values) {
        Octets out = new Octets();
        for (int value : values) {
            out.u16(value);
        }
        return out.bytes();
    }

    private static void extension(Octets all, int type, byte[] content) {
        all.u16(type).short16(content);
    }
}
