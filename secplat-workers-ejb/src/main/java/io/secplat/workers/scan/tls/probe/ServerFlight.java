package io.secplat.workers.scan.tls.probe;

import io.secplat.workers.scan.tls.rating.CipherSuite;
import io.secplat.workers.scan.tls.rating.EphemeralKey;
import io.secplat.workers.scan.tls.rating.Protocol;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a server answers to a greeting, as far as it is in clear.
 *
 * @param chain as sent, the host's own certificate first; empty in TLS 1.3 and for anonymous suites
 */
record ServerFlight(ServerHello hello, List<X509Certificate> chain, Optional<EphemeralKey> key) {

    private static final int SERVER_HELLO = 2;
    private static final int CERTIFICATE = 11;
    private static final int SERVER_KEY_EXCHANGE = 12;
    private static final int SERVER_HELLO_DONE = 14;
    private static final int MOST_CERTIFICATES = 20;

    Protocol version() {
        return hello.version();
    }

    CipherSuite suite() {
        return hello.suite();
    }

    /** IOException when not even the choice can be read; what is cut off behind it is left out. */
    static ServerFlight read(InputStream in) throws IOException {
        HandshakeReader messages = new HandshakeReader(in);
        HandshakeReader.Message first = messages.next();
        if (first.type() != SERVER_HELLO) {
            throw new ProtocolException("no ServerHello");
        }
        ServerFlight flight = ServerFlight.of(ServerHello.read(first.in()));
        try {
            return flight.version() == Protocol.TLS_1_3 ? flight : flight.readOn(messages);
        } catch (IOException e) {
            return flight;
        }
    }

    private static ServerFlight of(ServerHello hello) {
        return new ServerFlight(hello, List.of(), hello.key());
    }

    private ServerFlight readOn(HandshakeReader messages) throws IOException {
        ServerFlight flight = this;
        HandshakeReader.Message message = messages.next();
        while (message.type() != SERVER_HELLO_DONE) {
            flight = flight.with(message);
            if (message.type() == SERVER_KEY_EXCHANGE) {
                return flight;
            }
            message = messages.next();
        }
        return flight;
    }

    private ServerFlight with(HandshakeReader.Message message) throws IOException {
        return switch (message.type()) {
            case CERTIFICATE -> new ServerFlight(hello, certificates(message.in()), key);
            case SERVER_KEY_EXCHANGE -> new ServerFlight(hello, chain, ServerKeyExchange.read(suite(), message.in()));
            default -> this;
        };
    }

    private static List<X509Certificate> certificates(DataInputStream in) throws IOException {
        List<X509Certificate> chain = new ArrayList<>();
        in.skipNBytes(3);
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            while (in.available() > 0 && chain.size() < MOST_CERTIFICATES) {
                byte[] encoded = new byte[(in.readUnsignedByte() << 16) | in.readUnsignedShort()];
                in.readFully(encoded);
                chain.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(encoded)));
            }
        } catch (CertificateException e) {
            throw new ProtocolException("a certificate that cannot be read");
        }
        return List.copyOf(chain);
    }
}
