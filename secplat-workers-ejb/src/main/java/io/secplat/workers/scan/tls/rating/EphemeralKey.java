package io.secplat.workers.scan.tls.rating;

/**
 * The key exchange of one handshake.
 *
 * @param label for people: {@code DH 1024 bits}, {@code ECDH secp256r1}
 * @param strength as bits of an RSA key that is as hard to break
 * @param elliptic whether it is on a curve
 */
public record EphemeralKey(String label, int strength, boolean elliptic) {}
