package io.secplat.api.assets;

import io.secplat.runtime.SecretSource;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether the domain of an asset is proven to be its owner's.
 *
 * @param token what the domain must show; null for assets that have no domain
 */
public record Verification(
        boolean verified, @Nullable VerificationMethod method, @Nullable String token, @Nullable Instant at) {

    private static final int TOKEN_LENGTH = 24;
    private static final Verification NONE = new Verification(false, null, null, null);

    /** Where a new asset, or one that moved, begins. */
    public static Verification fresh(AssetType type, SecretSource secrets) {
        return type == AssetType.EXTERNAL_WEB ? new Verification(false, null, secrets.next(TOKEN_LENGTH), null) : NONE;
    }

    /** What is left of it after a change: a proof is of one place, so another place needs a new one. */
    public Verification after(AssetFields before, AssetFields now, SecretSource secrets) {
        boolean keep = now.samePlaceAs(before) || (!verified && now.type() == before.type());
        return keep ? this : fresh(now.type(), secrets);
    }

    /** After its time: the domain may be proven again by what it shows already. */
    public Verification expired() {
        return new Verification(false, null, token, null);
    }

    /** Never shows the token. */
    @Override
    public String toString() {
        return "Verification[" + verified + ", " + method + "]";
    }
}
