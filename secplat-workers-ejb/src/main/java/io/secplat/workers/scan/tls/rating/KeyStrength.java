package io.secplat.workers.scan.tls.rating;

/** Compares keys of different kinds (NIST SP 800-57 part 1, table 2). */
public final class KeyStrength {

    private KeyStrength() {}

    /** The bits of an RSA key that is as hard to break as a curve of that size; the curves 25519 and 448 count as 256 and 384. */
    public static int ofCurve(int bits) {
        if (bits >= 512) {
            return 15_360;
        }
        if (bits >= 384) {
            return 7_680;
        }
        if (bits >= 253) {
            return 3_072;
        }
        return bits >= 224 ? 2_048 : bits >= 160 ? 1_024 : 512;
    }
}
