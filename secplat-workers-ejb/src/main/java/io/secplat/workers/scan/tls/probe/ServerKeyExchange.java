package io.secplat.workers.scan.tls.probe;

import io.secplat.workers.scan.tls.rating.CipherSuite;
import io.secplat.workers.scan.tls.rating.EphemeralKey;
import java.io.DataInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Optional;

/** The server's half of a key exchange (RFC 5246, section 7.4.3; RFC 8422, section 5.4). */
final class ServerKeyExchange {

    private static final int NAMED_CURVE = 3;

    private ServerKeyExchange() {}

    /** Empty for what is no Diffie-Hellman, as the short RSA key of an export suite, and for curves without a name. */
    static Optional<EphemeralKey> read(CipherSuite suite, DataInputStream in) throws IOException {
        if (!suite.isEphemeral()) {
            return Optional.empty();
        }
        if (suite.keyExchange().startsWith("EC")) {
            return in.readUnsignedByte() == NAMED_CURVE
                    ? Optional.of(NamedGroup.key(in.readUnsignedShort()))
                    : Optional.empty();
        }
        byte[] prime = new byte[in.readUnsignedShort()];
        in.readFully(prime);
        return Optional.of(prime(new BigInteger(1, prime)));
    }

    private static EphemeralKey prime(BigInteger prime) {
        String common = KnownPrimes.name(prime)
                .map(name -> " (common prime of " + name + ")")
                .orElse("");
        return new EphemeralKey("DH " + prime.bitLength() + " bits" + common, prime.bitLength(), false);
    }
}
