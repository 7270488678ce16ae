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
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Certificates of an authority made for one test, by the JDK's keytool. */
public final class TestCertificates {

    private static final String PASSWORD = "for-tests-only";

    private final Path store;

    private TestCertificates(Path store) {
        this.store = store;
    }

    /** An authority of its own in that folder. */
    public static TestCertificates in(Path folder) throws IOException, InterruptedException {
        TestCertificates made = new TestCertificates(folder.resolve("certificates.p12"));
        made.keytool("-alias", "authority", "-dname", "CN=Test authority", "-ext", "bc:c", "-validity", "3650");
        return made;
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
        return TrustedRoots.of(List.of((X509Certificate) load().getCertificate("authority")));
    }

    private KeyStore load() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of("-genkeypair", "-keyalg", "EC", "-groupname", "secp256r1"));
        command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        command.addAll(Arrays.asList(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("keytool: " + said);
        }
    }
}
