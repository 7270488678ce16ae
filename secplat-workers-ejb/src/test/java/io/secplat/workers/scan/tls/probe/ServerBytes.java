package io.secplat.workers.scan.tls.probe;

import io.secplat.workers.scan.tls.rating.CipherSuite;
import io.secplat.workers.scan.tls.rating.Protocol;
import java.math.BigInteger;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;

/**
 * The bytes of a server's first flight.
 *
 * @param chain the certificates to send
 * @param prime for DHE
 * @param curve for ECDHE, by its number
 * @param compresses whether it chooses to compress
 * @param safe whether it knows RFC 5746
 * @param whole whether the flight goes on behind half a certificate
 */
record ServerBytes(
        List<X509Certificate> chain, BigInteger prime, int curve, boolean compresses, boolean safe, boolean whole) {

    private static final int ALERT = 21;
    private static final int HANDSHAKE = 22;

    byte[] flight(Protocol version, CipherSuite suite) {
        Octets out = new Octets().raw(handshake(version, 2, hello(version, suite)));
        if (version == Protocol.TLS_1_3) {
            return out.bytes();
        }
        if (!suite.isAnonymous() && !chain.isEmpty()) {
            byte[] certificate = handshake(version, 11, certificates());
            out.raw(whole ? certificate : Arrays.copyOf(certificate, certificate.length / 2));
        }
        if (whole && suite.isEphemeral()) {
            out.raw(handshake(version, 12, exchange(suite)));
        }
        return whole ? out.raw(handshake(version, 14, new byte[0])).bytes() : out.bytes();
    }

    private byte[] hello(Protocol version, CipherSuite suite) {
        Octets extensions = new Octets();
        if (version == Protocol.TLS_1_3) {
            extensions.u16(43).u16(2).u16(version.code());
            extensions.u16(51).u16(36).u16(29).short16(new byte[32]);
        } else if (safe) {
            extensions.u16(0xFF01).short16(new byte[] {0});
        }
        return new Octets()
                .u16(Math.min(version.code(), Protocol.TLS_1_2.code()))
                .raw(new byte[32])
                .short8(new byte[0])
                .u16(suite.code())
                .u8(compresses ? 1 : 0)
                .short16(extensions.bytes())
                .bytes();
    }

    private byte[] certificates() {
        Octets all = new Octets();
        for (X509Certificate one : chain) {
            byte[] encoded = encoded(one);
            all.u24(encoded.length).raw(encoded);
        }
        return new Octets().u24(all.bytes().length).raw(all.bytes()).bytes();
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] exchange(CipherSuite suite) {
        if (suite.keyExchange().startsWith("EC")) {
            return new Octets()
                    .u8(3)
                    .u16(curve)
                    .short8(new byte[65])
                    .short16(new byte[64])
                    .bytes();
        }
        byte[] p = prime.toByteArray();
        return new Octets()
                .short16(p)
                .short16(new byte[] {2})
                .short16(p)
                .short16(new byte[64])
                .bytes();
    }

    static byte[] ssl2(List<CipherSuite> kinds) {
        Octets body = new Octets()
                .u8(4)
                .u8(0)
                .u8(1)
                .u16(2)
                .u16(0)
                .u16(kinds.size() * 3)
                .u16(16);
        kinds.forEach(kind -> body.u24(kind.code()));
        byte[] bytes = body.raw(new byte[16]).bytes();
        return new Octets().u16(0x8000 | bytes.length).raw(bytes).bytes();
    }

    static byte[] alert(int description) {
        return record(Protocol.TLS_1_0, ALERT, new byte[] {2, (byte) description});
    }

    private static byte[] handshake(Protocol version, int type, byte[] body) {
        byte[] message = new Octets().u8(type).u24(body.length).raw(body).bytes();
        return record(version, HANDSHAKE, message);
    }

    private static byte[] record(Protocol version, int type, byte[] content) {
        return new Octets()
                .u8(type)
                .u16(Math.min(version.code(), Protocol.TLS_1_2.code()))
                .short16(content)
                .bytes();
    }
}
