package io.secplat.api.auth.jwt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/** The private key that signs access tokens: RSA of 2048 bits or more. There is no key that everybody knows. */
public record SigningKey(PrivateKey privateKey) {

    private static final String SETTING = "JWT_PRIVATE_KEY_FILE";
    private static final int SMALLEST = 2048;

    /** Reads a PKCS#8 PEM file; an IllegalStateException names the setting and what is wrong, never the key. */
    public static SigningKey read(Optional<String> file) {
        String name = file.filter(text -> !text.isBlank())
                .orElseThrow(() ->
                        wrong("is not set; it names the file of the RSA private key (PKCS#8 PEM) that signs tokens"));
        try {
            String pem = Files.readString(Path.of(name), StandardCharsets.US_ASCII);
            byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
            return of(KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der)));
        } catch (IOException | InvalidPathException e) {
            throw wrong("names a file that cannot be read");
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw wrong("names a file that is no RSA private key in PKCS#8 PEM");
        }
    }

    private static SigningKey of(PrivateKey key) {
        if (!(key instanceof RSAPrivateKey rsa) || rsa.getModulus().bitLength() < SMALLEST) {
            throw wrong("names a key of less than " + SMALLEST + " bits");
        }
        return new SigningKey(key);
    }

    private static IllegalStateException wrong(String what) {
        return new IllegalStateException(SETTING + " " + what);
    }

    /** Never shows the key. */
    @Override
    public String toString() {
        return "SigningKey";
    }
}
