package io.secplat.guard;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Certificates of an authority made for one test, by the JDK's keytool. */
public final class TestCertificates {

    private static final String PASSWORD = "for-tests-only";
    private static final List<String> CURVE = List.of("-keyalg", "EC", "-groupname", "secp256r1");
    private static final String RSA_AUTHORITY = "rsa-authority";

    private final Path store;
    private @Nullable KeyStore loaded;

    private TestCertificates(Path store) {
        this.store = store;
    }

    /** An authority of its own in that folder. */
    public static TestCertificates in(Path folder) throws IOException, InterruptedException {
        TestCertificates made = at(folder);
        made.keytool("-alias", "authority", "-dname", "CN=Test authority", "-ext", "bc:c", "-validity", "3650");
        return made;
    }

    /** Those that were made in that folder before, perhaps by another process. */
    public static TestCertificates at(Path folder) {
        return new TestCertificates(folder.resolve("certificates.p12"));
    }

    /** An authority with an RSA key, for {@link #rsa}. */
    public TestCertificates rsaAuthority() throws IOException, InterruptedException {
        keytool(
                rsaKey(2_048),
                "-alias",
                RSA_AUTHORITY,
                "-dname",
                "CN=RSA authority",
                "-ext",
                "bc:c",
                "-validity",
                "3650");
        return this;
    }

    /** A certificate for {@code localhost} with an RSA key of so many bits, signed in that way: {@code SHA1withRSA}. */
    public TestCertificates rsa(String alias, int bits, String signature) throws IOException, InterruptedException {
        keytool(
                rsaKey(bits),
                "-alias",
                alias,
                "-dname",
                "CN=Test server",
                "-signer",
                RSA_AUTHORITY,
                "-sigalg",
                signature,
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-validity",
                "90");
        return this;
    }

    private static List<String> rsaKey(int bits) {
        return List.of("-keyalg", "RSA", "-keysize", String.valueOf(bits));
    }

    /** A certificate for {@code localhost} and 127.0.0.1 that the authority signed, valid for days counted from today. */
    public TestCertificates signed(String alias, int fromDay, int days) throws IOException, InterruptedException {
        return signed(alias, "dns:localhost,ip:127.0.0.1", fromDay, days);
    }

    /** A certificate for other names. */
    public TestCertificates signed(String alias, String names, int fromDay, int days)
            throws IOException, InterruptedException {
        keytool(
                "-alias",
                alias,
                "-dname",
                "CN=Test server",
                "-signer",
                "authority",
                "-ext",
                "san=" + names,
                "-startdate",
                (fromDay < 0 ? "" : "+") + fromDay + "d",
                "-validity",
                String.valueOf(days));
        return this;
    }

    /** A certificate for {@code localhost} and 127.0.0.1 that nobody signed. */
    public TestCertificates selfSigned(String alias) throws IOException, InterruptedException {
        keytool("-alias", alias, "-dname", "CN=Nobody", "-ext", "san=dns:localhost,ip:127.0.0.1", "-validity", "90");
        return this;
    }

    /** What a server with that certificate uses. */
    public SSLContext server(String alias) throws IOException, GeneralSecurityException {
        KeyStore all = load();
        KeyStore one = KeyStore.getInstance("PKCS12");
        one.load(null, null);
        one.setKeyEntry(
                alias,
                all.getKey(alias, PASSWORD.toCharArray()),
                PASSWORD.toCharArray(),
                all.getCertificateChain(alias));
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(one, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    /** What a client that believes the authority uses. */
    public TrustedRoots roots() throws IOException, GeneralSecurityException {
        KeyStore all = load();
        List<X509Certificate> authorities = new ArrayList<>();
        for (String alias : List.of("authority", RSA_AUTHORITY)) {
            if (all.containsAlias(alias)) {
                authorities.add((X509Certificate) all.getCertificate(alias));
            }
        }
        return TrustedRoots.of(authorities);
    }

    /** What a server with that certificate sends, its own first. */
    public List<X509Certificate> chain(String alias) throws IOException, GeneralSecurityException {
        return Arrays.stream(load().getCertificateChain(alias))
                .map(X509Certificate.class::cast)
                .toList();
    }

    /**
     * The files of a server that reads PEM.
     *
     * @param certificate its own and then those that vouch for it
     * @param authority what its clients believe
     */
    public record Pem(Path certificate, Path key, Path authority) {}

    /** Writes them beside the key store. */
    public Pem pem(String alias) throws IOException, GeneralSecurityException {
        StringBuilder certificates = new StringBuilder();
        for (X509Certificate one : chain(alias)) {
            certificates.append(text("CERTIFICATE", one.getEncoded()));
        }
        byte[] key = load().getKey(alias, PASSWORD.toCharArray()).getEncoded();
        byte[] authority = load().getCertificate("authority").getEncoded();
        return new Pem(
                Files.writeString(store.resolveSibling(alias + ".crt"), certificates),
                Files.writeString(store.resolveSibling(alias + ".key"), text("PRIVATE KEY", key)),
                Files.writeString(store.resolveSibling("authority.crt"), text("CERTIFICATE", authority)));
    }

    private static String text(String title, byte[] content) {
        return "-----BEGIN " + title + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content)
                + "\n-----END " + title + "-----\n";
    }

    /** Reading a key store takes long, since its password is stretched. */
    private synchronized KeyStore load() throws IOException, GeneralSecurityException {
        KeyStore known = loaded;
        if (known == null) {
            known = read();
            loaded = known;
        }
        return known;
    }

    private KeyStore read() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        keytool(CURVE, arguments);
    }

    private synchronized void keytool(List<String> key, String... arguments) throws IOException, InterruptedException {
        loaded = null;
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.add("-genkeypair");
        command.addAll(key);
        command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        command.addAll(Arrays.asList(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("keytool: " + said);
        }
    }
}
