package io.secplat.stream.redis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.TrustManagerFactory;

/**
 * What it takes to be let in, beside what the URL says.
 *
 * @param sentinelUser who asks the sentinels; without one the password is that of their default user
 * @param sentinelPassword empty: sentinels are asked without one
 * @param authorities whose certificates are believed; empty: those that the JDK believes
 */
public record RedisAccess(
        Optional<String> sentinelUser, Optional<String> sentinelPassword, Optional<TrustManagerFactory> authorities) {

    /** Nothing more than the URL. */
    public static final RedisAccess PLAIN = new RedisAccess(Optional.empty(), Optional.empty(), Optional.empty());

    public RedisAccess {
        if (sentinelUser.isPresent() && sentinelPassword.isEmpty()) {
            throw new IllegalArgumentException("REDIS_SENTINEL_USER needs REDIS_SENTINEL_PASSWORD");
        }
    }

    /** Read from settings; an IllegalArgumentException, which shows no secret, when they cannot be followed. */
    public static RedisAccess of(Optional<String> user, Optional<String> password, Optional<Path> authorities) {
        return new RedisAccess(user, password, authorities.map(RedisAccess::trust));
    }

    private static TrustManagerFactory trust(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (found.isEmpty()) {
                throw new IllegalArgumentException("REDIS_CA_FILE holds no certificate");
            }
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (Certificate authority : found) {
                store.setCertificateEntry("authority-" + store.size(), authority);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(store);
            return trust;
        } catch (IOException e) {
            throw new IllegalArgumentException("REDIS_CA_FILE cannot be read", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("REDIS_CA_FILE holds no certificates in PEM", e);
        }
    }
}
