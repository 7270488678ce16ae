package io.secplat.workers.scan.tls.probe;

import io.secplat.workers.scan.tls.rating.EphemeralKey;
import io.secplat.workers.scan.tls.rating.KeyStrength;
import java.util.Arrays;
import java.util.List;

/** The groups of key exchanges (IANA "TLS Supported Groups"), in the order in which they are offered: modern ones first. */
enum NamedGroup {
    X25519(29, 255),
    SECP256R1(23, 256),
    X448(30, 448),
    SECP384R1(24, 384),
    SECP521R1(25, 521),
    SECP256K1(22, 256),
    SECP224R1(21, 224),
    SECP192R1(19, 192),
    SECP160R1(16, 160),
    FFDHE2048(256, 2_048),
    FFDHE3072(257, 3_072),
    FFDHE4096(258, 4_096);

    private static final int FIRST_OF_PRIMES = 256;

    private final int code;
    private final int bits;

    NamedGroup(int code, int bits) {
        this.code = code;
        this.bits = bits;
    }

    int code() {
        return code;
    }

    private boolean isCurve() {
        return code < FIRST_OF_PRIMES;
    }

    static List<NamedGroup> curves() {
        return Arrays.stream(values()).filter(NamedGroup::isCurve).toList();
    }

    /** The key exchange in that group; one that nobody knows counts as a curve of 256 bits. */
    static EphemeralKey key(int code) {
        return Arrays.stream(values())
                .filter(group -> group.code == code)
                .findFirst()
                .map(NamedGroup::key)
                .orElse(new EphemeralKey("group " + code, KeyStrength.ofCurve(256), true));
    }

    private EphemeralKey key() {
        String name = name().toLowerCase(java.util.Locale.ROOT);
        return isCurve()
                ? new EphemeralKey("ECDH " + name, KeyStrength.ofCurve(bits), true)
                : new EphemeralKey("DH " + name + ", " + bits + " bits", bits, false);
    }
}
