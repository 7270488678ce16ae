package io.secplat.container;

import io.secplat.local.store.PostgresStore;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;

/** What the API needs around it: a real database, a key to sign with, and the packaged application itself. */
final class ApiBench {

    static final String PASSWORD = "container-Passw0rd";

    private static final Path HOME = Path.of(System.getProperty("container.home"));

    private ApiBench() {}

    /** The application as it is shipped, with its surroundings made ready. */
    static EnterpriseArchive application() {
        startPostgres();
        writeKeys();
        return ShrinkWrap.createFromZipFile(EnterpriseArchive.class, new File(System.getProperty("secplat.ear")));
    }

    private static void startPostgres() {
        int port = Integer.getInteger("container.postgres.port");
        PostgresStore postgres = PostgresStore.start(HOME.resolve("postgres"), port, PASSWORD);
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
    }

    private static void writeKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            write("jwt.pem", "PRIVATE KEY", pair.getPrivate().getEncoded());
            write("jwt.pub", "PUBLIC KEY", pair.getPublic().getEncoded());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(String name, String title, byte[] key) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
        Files.writeString(
                HOME.resolve(name), "-----BEGIN " + title + "-----\n" + text + "\n-----END " + title + "-----\n");
    }
}
