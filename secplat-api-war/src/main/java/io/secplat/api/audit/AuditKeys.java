package io.secplat.api.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The keys of the audit: the first signs, all of them verify. They live in a file and never reach the database. */
public final class AuditKeys {

    private static final String SETTING = "AUDIT_HMAC_KEY_FILE";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SMALLEST = 32;
    private static final Pattern LINE = Pattern.compile("([A-Za-z0-9._-]{1,64}):([A-Za-z0-9+/]+={0,2})");

    private final Map<String, SecretKey> keys;
    private final String signing;

    private AuditKeys(Map<String, SecretKey> keys) {
        this.keys = keys;
        this.signing = keys.keySet().iterator().next();
    }

    /** Reads the file; an IllegalStateException names the setting and what is wrong, never a key. */
    public static AuditKeys read(Optional<String> file) {
        String name = file.filter(text -> !text.isBlank())
                .orElseThrow(() -> wrong("is not set; it names the file of the keys that sign the audit, one a line as"
                        + " name:base64 of at least 32 random bytes"));
        try {
            return of(Files.readAllLines(Path.of(name), StandardCharsets.US_ASCII));
        } catch (IOException | InvalidPathException e) {
            throw wrong("names a file that cannot be read");
        }
    }

    /** One key a line, {@code name:base64}; the first line signs. Empty lines and those that begin with # say nothing. */
    public static AuditKeys of(List<String> lines) {
        Map<String, SecretKey> keys = new LinkedHashMap<>();
        for (String line : lines) {
            if (!line.isBlank() && !line.startsWith("#")) {
                add(keys, line.strip());
            }
        }
        if (keys.isEmpty()) {
            throw wrong("names a file without a key");
        }
        return new AuditKeys(keys);
    }

    private static void add(Map<String, SecretKey> keys, String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw wrong("names a file with a line that is not name:base64");
        }
        if (keys.put(parts.group(1), key(parts.group(2))) != null) {
            throw wrong("names a file with two keys of one name");
        }
    }

    private static SecretKey key(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            if (bytes.length >= SMALLEST) {
                return new SecretKeySpec(bytes, ALGORITHM);
            }
        } catch (IllegalArgumentException e) {
            throw wrong("names a file with a key that is not base64");
        }
        throw wrong("names a file with a key of less than " + SMALLEST + " bytes");
    }

    private static IllegalStateException wrong(String what) {
        return new IllegalStateException(SETTING + " " + what);
    }

    /** Signs with the first key. */
    Signature sign(Canonical content) {
        return new Signature(signing, mac(signing, content));
    }

    /** Whether that key made it for exactly this content; false for a key that is not here. */
    boolean verifies(Signature signature, Canonical content) {
        return knows(signature.key())
                && MessageDigest.isEqual(
                        mac(signature.key(), content).getBytes(StandardCharsets.US_ASCII),
                        signature.mac().getBytes(StandardCharsets.US_ASCII));
    }

    boolean knows(String key) {
        return keys.containsKey(key);
    }

    private String mac(String key, Canonical content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(keys.get(key));
            return HexFormat.of().formatHex(mac.doFinal(content.bytes()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK signs nothing with " + ALGORITHM, e);
        }
    }

    /** Never shows a key. */
    @Override
    public String toString() {
        return "AuditKeys" + keys.keySet();
    }
}
