package io.secplat.workers.scan.tls.probe;

import java.io.ByteArrayOutputStream;

/** Writes numbers and vectors as TLS has them (RFC 8446, section 3): the highest byte first, vectors after their length. */
final class Octets {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Octets u8(int value) {
        out.write(value);
        return this;
    }

    Octets u16(int value) {
        return u8(value >> 8).u8(value);
    }

    Octets u24(int value) {
        return u8(value >> 16).u16(value);
    }

    Octets raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    /** A vector with one byte of length. */
    Octets short8(byte[] bytes) {
        return u8(bytes.length).raw(bytes);
    }

    /** A vector with two bytes of length. */
    Octets short16(byte[] bytes) {
        return u16(bytes.length).raw(bytes);
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
