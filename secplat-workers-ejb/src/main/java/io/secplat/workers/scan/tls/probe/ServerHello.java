package io.secplat.workers.scan.tls.probe;

import io.secplat.workers.scan.tls.rating.CipherSuite;
import io.secplat.workers.scan.tls.rating.CipherSuites;
import io.secplat.workers.scan.tls.rating.EphemeralKey;
import io.secplat.workers.scan.tls.rating.Protocol;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a server chose (RFC 5246, section 7.4.1.3; RFC 8446, section 4.1.3; a HelloRetryRequest has the same shape).
 *
 * @param key of TLS 1.3, which names the group here
 */
record ServerHello(
        Protocol version,
        CipherSuite suite,
        boolean compressed,
        boolean secureRenegotiation,
        Optional<EphemeralKey> key) {

    private static final int RANDOM_BYTES = 32;
    private static final int SUPPORTED_VERSIONS = 43;
    private static final int KEY_SHARE = 51;
    private static final int RENEGOTIATION_INFO = 0xFF01;

    static ServerHello read(DataInputStream in) throws IOException {
        int version = in.readUnsignedShort();
        in.skipNBytes(RANDOM_BYTES);
        in.skipNBytes(in.readUnsignedByte());
        CipherSuite suite = CipherSuites.of(in.readUnsignedShort());
        boolean compressed = in.readUnsignedByte() != 0;
        Map<Integer, byte[]> extensions = extensions(in);
        return new ServerHello(
                version(number(extensions, SUPPORTED_VERSIONS).orElse(version)),
                suite,
                compressed,
                extensions.containsKey(RENEGOTIATION_INFO),
                number(extensions, KEY_SHARE).map(NamedGroup::key));
    }

    private static Protocol version(int code) throws ProtocolException {
        return Protocol.of(code)
                .filter(version -> version != Protocol.SSL_2)
                .orElseThrow(() -> new ProtocolException("a version that nobody knows"));
    }

    private static Map<Integer, byte[]> extensions(DataInputStream in) throws IOException {
        Map<Integer, byte[]> all = new HashMap<>();
        if (in.available() > 0) {
            in.skipNBytes(2);
        }
        while (in.available() > 0) {
            int type = in.readUnsignedShort();
            byte[] content = new byte[in.readUnsignedShort()];
            in.readFully(content);
            all.put(type, content);
        }
        return all;
    }

    private static Optional<Integer> number(Map<Integer, byte[]> extensions, int type) {
        return Optional.ofNullable(extensions.get(type))
                .filter(content -> content.length >= 2)
                .map(content -> ((content[0] & 0xFF) << 8) | (content[1] & 0xFF));
    }
}
