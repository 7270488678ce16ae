package io.secplat.api.auth.jwt;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Tells MicroProfile JWT which public keys verify tokens, as a JSON Web Key Set that is asked for with each call. It follows
 * from JWT_PRIVATE_KEY_FILE and JWT_ACCEPTED_KEYS_DIR, so that the two halves of a key cannot differ and keys can be
 * exchanged at run time. The server finds it by the service loader, which is why it makes its own key ring.
 */
public final class VerificationKeys implements ConfigSource {

    static final String NAME = "mp.jwt.verify.publickey";

    /** Below every other source: who states the keys by hand is right. */
    private static final int ORDINAL = 10;

    private volatile @Nullable KeyRing ring;

    @Override
    public Set<String> getPropertyNames() {
        return Set.of(NAME);
    }

    /** No value without a signing key, on a server that is no API. */
    @Override
    public @Nullable String getValue(String name) {
        return NAME.equals(name) ? keys() : null;
    }

    @Override
    public String getName() {
        return "SecPlat verification keys";
    }

    @Override
    public int getOrdinal() {
        return ORDINAL;
    }

    private @Nullable String keys() {
        KeyRing known = ring;
        if (known == null) {
            Config config = ConfigProvider.getConfig(VerificationKeys.class.getClassLoader());
            Optional<String> file = config.getOptionalValue("JWT_PRIVATE_KEY_FILE", String.class);
            if (file.isEmpty()) {
                return null;
            }
            known = new KeyRing(
                    file, config.getOptionalValue("JWT_ACCEPTED_KEYS_DIR", String.class), Clock.systemUTC());
            ring = known;
        }
        try {
            return known.accepted().toString();
        } catch (IllegalStateException e) {
            return null;
        }
    }
}
