package io.secplat.local.admin;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Collections;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Where the console of a server is and how to get in.
 *
 * @param address for example {@code https://localhost:9443}
 * @param keys PKCS#12 file that holds the server's certificate, which is the one that is trusted
 */
public record Console(URI address, String user, String password, Path keys, String keysPassword) {

    /** TLS with whoever shows the certificate of this console, and with nobody else; an {@link AdminException} without it. */
    public SSLContext trust() {
        try (InputStream file = Files.newInputStream(keys)) {
            KeyStore own = KeyStore.getInstance("PKCS12");
            own.load(file, keysPassword.toCharArray());
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            for (String alias : Collections.list(own.aliases())) {
                Certificate certificate = own.getCertificate(alias);
                trusted.setCertificateEntry(alias, certificate);
            }
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new AdminException("The certificate of the console cannot be read from " + keys + ".");
        }
    }
}
