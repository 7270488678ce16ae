package io.secplat.api.auth.jwt;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The key that signs and all that verify: its own public half, and each in the folder of accepted keys. The files are read
 * again at most every five seconds, so that keys are exchanged without a restart; what cannot be read then, for instance a
 * file that is half written, leaves things as they were.
 */
public final class KeyRing {

    private static final Duration KEPT = Duration.ofSeconds(5);
    private static final String FOLDER = "JWT_ACCEPTED_KEYS_DIR";

    private record Keys(SigningKey signing, List<VerificationKey> accepted, Instant until) {}

    private final Optional<String> signingFile;
    private final Optional<Path> folder;
    private final Clock clock;
    private volatile @Nullable Keys keys;

    /**
     * Nothing is read yet.
     *
     * @param signingFile the value of JWT_PRIVATE_KEY_FILE
     * @param folder the value of JWT_ACCEPTED_KEYS_DIR
     */
    public KeyRing(Optional<String> signingFile, Optional<String> folder, Clock clock) {
        this.signingFile = signingFile;
        this.folder = folder.filter(text -> !text.isBlank()).map(Path::of);
        this.clock = clock;
    }

    /** The first call throws an IllegalStateException that names the setting that is missing or wrong. */
    public SigningKey signing() {
        return current().signing();
    }

    /** All keys that verify, as a JSON Web Key Set of public keys; the same text for the same keys. */
    public JWKSet accepted() {
        return new JWKSet(
                current().accepted().stream().<JWK>map(VerificationKey::jwk).toList());
    }

    private Keys current() {
        Keys known = keys;
        if (known == null || !clock.instant().isBefore(known.until())) {
            known = again(known);
            keys = known;
        }
        return known;
    }

    private Keys again(@Nullable Keys known) {
        Instant until = clock.instant().plus(KEPT);
        try {
            SigningKey signing = SigningKey.read(signingFile);
            return new Keys(signing, accepted(signing), until);
        } catch (IllegalStateException e) {
            if (known == null) {
                throw e;
            }
            return new Keys(known.signing(), known.accepted(), until);
        }
    }

    private List<VerificationKey> accepted(SigningKey signing) {
        List<VerificationKey> all = new ArrayList<>(List.of(signing.verification()));
        folder.ifPresent(path -> files(path)
                .forEach(file -> all.add(VerificationKey.read(file)
                        .orElseThrow(() -> new IllegalStateException(
                                FOLDER + " holds " + file.getFileName() + ", which is no RSA public key of "
                                        + VerificationKey.SMALLEST + " bits or more in PEM")))));
        return all.stream()
                .distinct()
                .sorted(Comparator.comparing(VerificationKey::kid))
                .toList();
    }

    /** The files of the folder but hidden ones, which mounted secrets use for their own ends. */
    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(FOLDER + " names a folder that cannot be read", e);
        }
    }
}
