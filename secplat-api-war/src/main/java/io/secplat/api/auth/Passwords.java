package io.secplat.api.auth;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.function.IntFunction;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Hashes passwords with PBKDF2. A hash reads {@code <algorithm>:<iterations>:<salt>:<key>}, the same shape that Jakarta
 * Security's {@code Pbkdf2PasswordHash} reads and writes.
 */
public final class Passwords {

    private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
    private static final int FEWEST_ITERATIONS = 1_000;
    private static final int SALT_BYTES = 32;
    private static final int KEY_BYTES = 32;

    /** Turns a password into a key; slow on purpose. */
    @FunctionalInterface
    interface Derivation {
        byte[] derive(String algorithm, String password, byte[] salt, int iterations, int bytes);
    }

    private final IntFunction<byte[]> random;
    private final int iterations;
    private final Derivation derivation;
    private final String nobodys;

    /** The more iterations, the longer a guess takes; at least a thousand. */
    public Passwords(IntFunction<byte[]> random, int iterations) {
        this(random, iterations, Passwords::pbkdf2);
    }

    Passwords(IntFunction<byte[]> random, int iterations, Derivation derivation) {
        if (iterations < FEWEST_ITERATIONS) {
            throw new IllegalArgumentException("at least " + FEWEST_ITERATIONS + " iterations");
        }
        this.random = random;
        this.iterations = iterations;
        this.derivation = derivation;
        this.nobodys = hash("nobody");
    }

    /** A new hash with a salt of its own. */
    public String hash(String password) {
        byte[] salt = random.apply(SALT_BYTES);
        return String.join(
                ":",
                ALGORITHM,
                Integer.toString(iterations),
                Base64.getEncoder().encodeToString(salt),
                Base64.getEncoder()
                        .encodeToString(derivation.derive(ALGORITHM, password, salt, iterations, KEY_BYTES)));
    }

    /** Whether it is the password of that hash. Takes as long for no hash, so that nobody learns which users exist. */
    public boolean matches(String password, @Nullable String hash) {
        Optional<String> known = Optional.ofNullable(hash).filter(Passwords::isHash);
        boolean same = compare(password, known.orElse(nobodys));
        return same && known.isPresent();
    }

    private static boolean isHash(String text) {
        return text.split(":", -1).length == 4;
    }

    private boolean compare(String password, String hash) {
        String[] parts = hash.split(":", -1);
        byte[] salt = Base64.getDecoder().decode(parts[2]);
        byte[] key = Base64.getDecoder().decode(parts[3]);
        return MessageDigest.isEqual(
                key, derivation.derive(parts[0], password, salt, Integer.parseInt(parts[1]), key.length));
    }

    private static byte[] pbkdf2(String algorithm, String password, byte[] salt, int iterations, int bytes) {
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, iterations, bytes * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance(algorithm).generateSecret(spec).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK lacks " + algorithm, e);
        } finally {
            spec.clearPassword();
        }
    }
}
