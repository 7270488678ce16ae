package io.secplat.workers.scan.tls.probe;

import io.secplat.workers.scan.tls.rating.CipherSuite;
import io.secplat.workers.scan.tls.rating.CipherSuites;
import io.secplat.workers.scan.tls.rating.Protocol;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.List;
import java.util.stream.IntStream;

/** The greetings of SSL 2.0 ("The SSL Protocol", 1995; RFC 6176 forbids it). */
final class Ssl2 {

    private static final int CLIENT_HELLO = 1;
    private static final int SERVER_HELLO = 4;
    private static final int SPEC_BYTES = 3;
    private static final int CHALLENGE_BYTES = 16;
    private static final int SHORT_HEADER = 0x80;

    private Ssl2() {}

    static byte[] hello() {
        Octets specs = new Octets();
        CipherSuites.of(Protocol.SSL_2).forEach(suite -> specs.u24(suite.code()));
        byte[] body = new Octets()
                .u8(CLIENT_HELLO)
                .u16(Protocol.SSL_2.code())
                .u16(specs.bytes().length)
                .u16(0)
                .u16(CHALLENGE_BYTES)
                .raw(specs.bytes())
                .raw(new byte[CHALLENGE_BYTES])
                .bytes();
        return new Octets().u16((SHORT_HEADER << 8) | body.length).raw(body).bytes();
    }

    /** The kinds that the server shares with us; ProtocolException when the answer is not one of SSL 2.0. */
    static List<CipherSuite> read(InputStream answer) throws IOException {
        DataInputStream in = new DataInputStream(answer);
        boolean shortHeader = ((in.readUnsignedShort() >> 8) & SHORT_HEADER) != 0;
        if (!shortHeader || in.readUnsignedByte() != SERVER_HELLO) {
            throw new ProtocolException("no answer of SSL 2.0");
        }
        in.skipNBytes(2);
        if (in.readUnsignedShort() != Protocol.SSL_2.code()) {
            throw new ProtocolException("not SSL 2.0");
        }
        int certificateBytes = in.readUnsignedShort();
        byte[] specs = new byte[in.readUnsignedShort() / SPEC_BYTES * SPEC_BYTES];
        in.skipNBytes(2L + certificateBytes);
        in.readFully(specs);
        return IntStream.range(0, specs.length / SPEC_BYTES)
                .mapToObj(i -> suite(specs, i * SPEC_BYTES))
                .toList();
    }

    private static CipherSuite suite(byte[] specs, int at) {
        return CipherSuites.of(((specs[at] & 0xFF) << 16) | ((specs[at + 1] & 0xFF) << 8) | (specs[at + 2] & 0xFF));
    }
}
