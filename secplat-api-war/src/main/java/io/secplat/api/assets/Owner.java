package io.secplat.api.assets;

import org.jspecify.annotations.Nullable;

/** Who answers for an asset; each part may be unknown. */
public record Owner(@Nullable String name, @Nullable String team, @Nullable String email) {

    public static final Owner NOBODY = new Owner(null, null, null);
}
