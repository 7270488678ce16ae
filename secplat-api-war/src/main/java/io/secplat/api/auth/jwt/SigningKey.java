package io.secplat.api.auth.jwt;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Optional;

/**
 * The private key that signs access tokens, and what verifies them. There is no key that everybody knows.
 *
 * @param verification its public half, under the id that tokens name
 */
public record SigningKey(PrivateKey privateKey, VerificationKey verification) {

    private static final String SETTING = "JWT_PRIVATE_KEY_FILE";

    /** Reads a PKCS#8 PEM file; an IllegalStateException names the setting and what is wrong, never the key. */
    public static SigningKey read(Optional<String> file) {
        String name = file.filter(text -> !text.isBlank())
                .orElseThrow(() ->
                        wrong("is not set; it names the file of the RSA private key (PKCS#8 PEM) that signs tokens"));
        Pem pem = Pem.read(Path.of(name)).orElseThrow(() -> wrong("names a file that cannot be read"));
        try {
            return of((RSAPrivateCrtKey)
                    KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pem.der())));
        } catch (GeneralSecurityException | IllegalArgumentException | ClassCastException e) {
            throw wrong("names a file that is no RSA private key in PKCS#8 PEM");
        }
    }

    private static SigningKey of(RSAPrivateCrtKey key) throws GeneralSecurityException {
        RSAPublicKeySpec half = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
        RSAPublicKey publicKey = (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(half);
        return new SigningKey(
                key,
                VerificationKey.of(publicKey)
                        .orElseThrow(() -> wrong("names a key of less than " + VerificationKey.SMALLEST + " bits")));
    }

    private static IllegalStateException wrong(String what) {
        return new IllegalStateException(SETTING + " " + what);
    }

    /** Never shows the key. */
    @Override
    public String toString() {
        return "SigningKey[" + verification.kid() + "]";
    }
}
