package io.secplat.local.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Base64;

/** Passwords and keys, made at the first start and kept in files of their own. */
public record Secrets(Path folder) {

    private static final int PASSWORD_BYTES = 18;
    private static final int KEY_BITS = 2048;
    private static final int AUDIT_KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The stored password of that name; made now when there is none. */
    public String password(String name) throws IOException {
        Path file = file(name);
        if (!Files.exists(file)) {
            byte[] bytes = new byte[PASSWORD_BYTES];
            RANDOM.nextBytes(bytes);
            remember(name, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }
        return Files.readString(file).strip();
    }

    /** Whether the password was told to somebody; an interrupted first start tells nobody. */
    boolean isShown(String name) {
        return Files.exists(shownMark(name));
    }

    void shown(String name) throws IOException {
        PrivateFiles.write(shownMark(name), new byte[0]);
    }

    private Path shownMark(String name) {
        return folder.resolve(name + "-password.shown");
    }

    public void remember(String name, String password) throws IOException {
        PrivateFiles.write(file(name), (password + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** PKCS#8 PEM of the key that signs tokens; {@link #publicKey} is made along with it. */
    public Path privateKey() throws IOException {
        Path file = folder.resolve("jwt-private.pem");
        if (!Files.exists(file)) {
            KeyPair pair = pair();
            PrivateFiles.write(publicKey(), pem("PUBLIC KEY", pair.getPublic().getEncoded()));
            PrivateFiles.write(file, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        }
        return file;
    }

    /** X.509 PEM of the key that verifies tokens. */
    public Path publicKey() {
        return folder.resolve("jwt-public.pem");
    }

    /** The key that signs the audit. */
    public Path auditKeys() throws IOException {
        Path file = folder.resolve("audit.keys");
        if (!Files.exists(file)) {
            byte[] bytes = new byte[AUDIT_KEY_BYTES];
            RANDOM.nextBytes(bytes);
            String line = "local:" + Base64.getEncoder().encodeToString(bytes) + "\n";
            PrivateFiles.write(file, line.getBytes(StandardCharsets.US_ASCII));
        }
        return file;
    }

    private Path file(String name) {
        return folder.resolve(name + "-password");
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK makes no RSA keys", e);
        }
    }

    private static byte[] pem(String what, byte[] content) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return ("-----BEGIN " + what + "-----\n" + base64 + "\n-----END " + what + "-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
