package io.secplat.api.auth.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;

/** A public key that verifies access tokens; its id is its RFC 7638 thumbprint, so that it needs no name of its own. */
public record VerificationKey(RSAKey jwk) {

    static final int SMALLEST = 2048;

    /** Empty for a key that is too small. */
    static Optional<VerificationKey> of(RSAPublicKey key) {
        if (key.getModulus().bitLength() < SMALLEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(new VerificationKey(new RSAKey.Builder(key)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint()
                    .build()));
        } catch (JOSEException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Reads a PEM file with a public key; empty when it holds none of 2048 bits or more. */
    static Optional<VerificationKey> read(Path file) {
        return Pem.read(file).flatMap(VerificationKey::of);
    }

    private static Optional<VerificationKey> of(Pem pem) {
        try {
            X509EncodedKeySpec spec = new X509EncodedKeySpec(pem.der());
            return of((RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec));
        } catch (GeneralSecurityException | IllegalArgumentException | ClassCastException e) {
            return Optional.empty();
        }
    }

    /** The id that tokens name. */
    public String kid() {
        return jwk.getKeyID();
    }
}
