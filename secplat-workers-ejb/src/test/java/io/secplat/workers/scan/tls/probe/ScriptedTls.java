package io.secplat.workers.scan.tls.probe;

import io.secplat.workers.scan.tls.rating.CipherSuite;
import io.secplat.workers.scan.tls.rating.CipherSuites;
import io.secplat.workers.scan.tls.rating.Protocol;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on this machine that answers greetings with the bytes of a real one, up to its ServerHelloDone, and no further. */
public final class ScriptedTls implements java.io.Closeable {

    private final ServerSocket server;
    private final AtomicInteger greetings = new AtomicInteger();
    private final Map<Protocol, List<CipherSuite>> versions = new EnumMap<>(Protocol.class);
    private List<X509Certificate> chain = List.of();
    private BigInteger prime = BigInteger.ONE.shiftLeft(2_047).setBit(0);
    private int curve = 23;
    private boolean exact;
    private boolean compresses;
    private boolean safe = true;
    private boolean refusesFallback;
    private boolean certifies = true;

    private ScriptedTls(ServerSocket server) {
        this.server = server;
    }

    public static ScriptedTls open() throws IOException {
        return new ScriptedTls(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")));
    }

    /** Speaks that version with those suites, named without {@code TLS_}, the best liked first. */
    public ScriptedTls speaks(Protocol version, String... suites) {
        versions.put(
                version, java.util.Arrays.stream(suites).map(ScriptedTls::named).toList());
        return this;
    }

    private static CipherSuite named(String name) {
        return CipherSuites.all().stream()
                .filter(suite ->
                        suite.name().equals("TLS_" + name) || suite.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    public ScriptedTls shows(List<X509Certificate> certificates) {
        chain = certificates;
        return this;
    }

    public ScriptedTls exchangesOver(BigInteger newPrime) {
        prime = newPrime;
        return this;
    }

    public ScriptedTls exchangesOn(int namedCurve) {
        curve = namedCurve;
        return this;
    }

    /** Knows no greeting but those of its own versions. */
    public ScriptedTls onlyExactly() {
        exact = true;
        return this;
    }

    public ScriptedTls compresses() {
        compresses = true;
        return this;
    }

    public ScriptedTls knowsNoRenegotiationInfo() {
        safe = false;
        return this;
    }

    public ScriptedTls refusesFallback() {
        refusesFallback = true;
        return this;
    }

    /** Breaks off within the certificate. */
    public ScriptedTls breaksOff() {
        certifies = false;
        return this;
    }

    public ScriptedTls start() {
        Thread thread = new Thread(this::serve, "scripted-tls");
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    public int port() {
        return server.getLocalPort();
    }

    /** How many connections there were. */
    public int greetings() {
        return greetings.get();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                greetings.incrementAndGet();
                client.setSoTimeout(200);
                OutputStream out = client.getOutputStream();
                out.write(answer(new DataInputStream(client.getInputStream())));
                out.flush();
                client.shutdownOutput();
                client.getInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (IOException | CertificateEncodingException e) {
                // The client went away, or this server is closed.
                continue;
            }
        }
    }

    private byte[] answer(DataInputStream in) throws IOException, CertificateEncodingException {
        int first = in.readUnsignedByte();
        if (first >= 0x80) {
            return versions.containsKey(Protocol.SSL_2) ? ssl2() : alert(70);
        }
        in.skipNBytes(2);
        byte[] message = new byte[in.readUnsignedShort()];
        in.readFully(message);
        return choose(Greeting.read(new DataInputStream(new ByteArrayInputStream(message, 4, message.length - 4))));
    }

    private byte[] choose(Greeting greeting) throws CertificateEncodingException {
        Optional<Protocol> version = version(greeting.version());
        if (version.isEmpty()) {
            return alert(70);
        }
        if (greeting.suites().contains(0x5600) && refusesFallback && isStepDown(version.get())) {
            return alert(86);
        }
        return versions.get(version.get()).stream()
                .filter(suite -> greeting.suites().contains(suite.code()))
                .findFirst()
                .map(suite -> flight(version.get(), suite))
                .orElse(alert(40));
    }

    private boolean isStepDown(Protocol version) {
        return versions.keySet().stream().anyMatch(other -> other.compareTo(version) > 0);
    }

    private Optional<Protocol> version(int asked) {
        return versions.keySet().stream()
                .filter(version -> version != Protocol.SSL_2)
                .filter(version -> exact ? version.code() == asked : version.code() <= asked)
                .max(Protocol::compareTo);
    }

    private byte[] flight(Protocol version, CipherSuite suite) {
        Octets out = new Octets().raw(record(version, 22, message(2, hello(version, suite))));
        if (version == Protocol.TLS_1_3) {
            return out.bytes();
        }
        if (!suite.isAnonymous() && !chain.isEmpty()) {
            byte[] certificate = record(version, 22, message(11, certificates()));
            out.raw(certifies ? certificate : java.util.Arrays.copyOf(certificate, certificate.length / 2));
        }
        if (certifies && suite.isEphemeral()) {
            out.raw(record(version, 22, message(12, exchange(suite))));
        }
        return certifies
                ? out.raw(record(version, 22, message(14, new byte[0]))).bytes()
                : out.bytes();
    }

    private byte[] hello(Protocol version, CipherSuite suite) {
        boolean tls13 = version == Protocol.TLS_1_3;
        Octets extensions = new Octets();
        if (tls13) {
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

    private byte[] ssl2() {
        List<CipherSuite> kinds = versions.get(Protocol.SSL_2);
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

    private static byte[] message(int type, byte[] body) {
        return new Octets().u8(type).u24(body.length).raw(body).bytes();
    }

    private static byte[] record(Protocol version, int type, byte[] content) {
        return new Octets()
                .u8(type)
                .u16(Math.min(version.code(), Protocol.TLS_1_2.code()))
                .short16(content)
                .bytes();
    }

    private static byte[] alert(int description) {
        return record(Protocol.TLS_1_0, 21, new byte[] {2, (byte) description});
    }

    /** What a client offers. */
    private record Greeting(int version, List<Integer> suites) {

        static Greeting read(DataInputStream in) throws IOException {
            int version = in.readUnsignedShort();
            in.skipNBytes(32);
            in.skipNBytes(in.readUnsignedByte());
            List<Integer> suites = new ArrayList<>();
            for (int left = in.readUnsignedShort(); left > 0; left -= 2) {
                suites.add(in.readUnsignedShort());
            }
            in.skipNBytes(in.readUnsignedByte());
            return new Greeting(newest(in).orElse(version), suites);
        }

        private static Optional<Integer> newest(DataInputStream in) throws IOException {
            int left = in.available() > 0 ? in.readUnsignedShort() : 0;
            while (left > 0) {
                int type = in.readUnsignedShort();
                byte[] content = new byte[in.readUnsignedShort()];
                in.readFully(content);
                left -= 4 + content.length;
                if (type == 43) {
                    return Optional.of(((content[1] & 0xFF) << 8) | (content[2] & 0xFF));
                }
            }
            return Optional.empty();
        }
    }
}
