package io.secplat.bench.scan;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * An authority for one run and a certificate for all its sites, with keys on the curve P-256 as most new certificates have.
 *
 * @param keys the site's key and its chain (PKCS #12)
 * @param trust the authority alone (PKCS #12)
 */
record SiteKeys(Path keys, Path trust) {

    static final String PASSWORD = "for-one-run-only";

    private static final String AUTHORITY = "authority";

    /** Makes both in that folder by the JDK's keytool. */
    static SiteKeys in(Path folder, String names) throws IOException, InterruptedException {
        SiteKeys made = new SiteKeys(folder.resolve("sites.p12"), folder.resolve("trust.p12"));
        made.keytool("-alias", AUTHORITY, "-dname", "CN=Benchmark authority", "-ext", "bc:c", "-validity", "365");
        made.keytool(
                "-alias",
                "site",
                "-dname",
                "CN=Benchmark site",
                "-signer",
                AUTHORITY,
                "-ext",
                "san=dns:" + names,
                "-validity",
                "90");
        made.storeTrust();
        return made;
    }

    private void keytool(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-storetype",
                "PKCS12",
                "-keystore",
                keys.toString(),
                "-storepass",
                PASSWORD));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("keytool made no certificate for " + words[1]);
        }
    }

    private void storeTrust() throws IOException {
        try (OutputStream out = Files.newOutputStream(trust)) {
            KeyStore authorities = KeyStore.getInstance("PKCS12");
            authorities.load(null, null);
            authorities.setCertificateEntry(AUTHORITY, load(keys).getCertificate(AUTHORITY));
            authorities.store(out, PASSWORD.toCharArray());
        } catch (GeneralSecurityException e) {
            throw new IOException("the authority could not be stored", e);
        }
    }

    private static KeyStore load(Path file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD.toCharArray());
            return store;
        }
    }

    /** What the sites speak TLS with. */
    SSLContext server() throws IOException, GeneralSecurityException {
        KeyStore site = load(keys);
        site.deleteEntry(AUTHORITY);
        KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
        managers.init(site, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    /** What a client speaks TLS with that believes the authority. */
    SSLContext client() throws IOException, GeneralSecurityException {
        TrustManagerFactory managers = TrustManagerFactory.getInstance("PKIX");
        managers.init(load(trust));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
