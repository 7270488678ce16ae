package io.secplat.workers.scan.tls.probe;

import io.secplat.workers.scan.tls.rating.CipherSuite;
import io.secplat.workers.scan.tls.rating.CipherSuites;
import io.secplat.workers.scan.tls.rating.Protocol;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on this machine that answers greetings with the bytes of a real one, up to its ServerHelloDone, and no further. */
public final class ScriptedTls implements Closeable {

    private static final int HANDSHAKE = 22;

    private final ServerSocket server;
    private final AtomicInteger greetings = new AtomicInteger();
    private final Map<Protocol, List<CipherSuite>> versions = new EnumMap<>(Protocol.class);
    private List<X509Certificate> chain = List.of();
    private List<X509Certificate> curveChain = List.of();
    private BigInteger prime = BigInteger.ONE.shiftLeft(2_047).setBit(0);
    private int curve = 23;
    private boolean exact;
    private boolean compresses;
    private boolean safe = true;
    private boolean refusesFallback;
    private boolean certifies = true;
    private boolean wantsKeyShare;

    private ScriptedTls(ServerSocket server) {
        this.server = server;
    }

    public static ScriptedTls open() throws IOException {
        return new ScriptedTls(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")));
    }

    /** Speaks that version with those suites, named without {@code TLS_}, the best liked first. */
    public ScriptedTls speaks(Protocol version, String... suites) {
        versions.put(version, Arrays.stream(suites).map(ScriptedTls::named).toList());
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

    /** Has another certificate for suites with ECDSA. */
    public ScriptedTls showsForEcdsa(List<X509Certificate> certificates) {
        curveChain = certificates;
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

    /** Refuses a greeting of TLS 1.3 without a share of a key, against the standard. */
    public ScriptedTls wantsKeyShare() {
        wantsKeyShare = true;
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
                client.setSoTimeout(5_000);
                OutputStream out = client.getOutputStream();
                out.write(answer(new DataInputStream(client.getInputStream())));
                out.flush();
                client.shutdownOutput();
                client.getInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                // The client went away, or this server is closed.
                continue;
            }
        }
    }

    private byte[] answer(DataInputStream in) throws IOException {
        int first = in.readUnsignedByte();
        if (first >= 0x80) {
            return versions.containsKey(Protocol.SSL_2)
                    ? ServerBytes.ssl2(versions.get(Protocol.SSL_2))
                    : ServerBytes.alert(70);
        }
        if (first != HANDSHAKE) {
            return ServerBytes.alert(10);
        }
        in.skipNBytes(2);
        byte[] message = new byte[in.readUnsignedShort()];
        in.readFully(message);
        return choose(Greeting.read(new DataInputStream(new ByteArrayInputStream(message, 4, message.length - 4))));
    }

    private byte[] choose(Greeting greeting) {
        Optional<Protocol> version = version(greeting.version());
        if (version.isEmpty()) {
            return ServerBytes.alert(70);
        }
        if (version.get() == Protocol.TLS_1_3 && wantsKeyShare && !greeting.keyShare()) {
            return ServerBytes.alert(40);
        }
        if (greeting.suites().contains(0x5600) && refusesFallback && isStepDown(version.get())) {
            return ServerBytes.alert(86);
        }
        return versions.get(version.get()).stream()
                .filter(suite -> greeting.suites().contains(suite.code()))
                .findFirst()
                .map(suite -> flight(version.get(), suite))
                .orElse(ServerBytes.alert(40));
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
        List<X509Certificate> shown =
                suite.keyExchange().endsWith("_ECDSA") && !curveChain.isEmpty() ? curveChain : chain;
        return new ServerBytes(shown, prime, curve, compresses, safe, certifies).flight(version, suite);
    }
}
