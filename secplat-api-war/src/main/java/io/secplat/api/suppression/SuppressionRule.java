package io.secplat.api.suppression;

import io.secplat.contracts.json.JsonWriter;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What keeps an asset, a finding or everything quiet for a while. */
public record SuppressionRule(int id, Wish wish, @Nullable String createdBy, Instant createdAt) {

    /** What a rule covers. */
    public enum Scope {
        ASSET,
        FINDING,
        ALL;

        /** The lower-case name used in JSON and tables. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Scope> of(String wire) {
            return Arrays.stream(values())
                    .filter(scope -> scope.wire().equals(wire))
                    .findFirst();
        }
    }

    /**
     * What somebody asked for; both ends belong to it.
     *
     * @param scopeValue an asset key or finding key; null for all
     */
    public record Wish(
            Scope scope, @Nullable String scopeValue, Instant startsAt, Instant endsAt, @Nullable String reason) {

        /** What the audit keeps of it. */
        public JsonWriter details() {
            return new JsonWriter()
                    .put("scope", scope.wire())
                    .put("scope_value", scopeValue)
                    .put("starts_at", startsAt)
                    .put("ends_at", endsAt)
                    .put("reason", reason);
        }

        /** The asset it is about, if it is about one. */
        public @Nullable String assetKey() {
            return scope == Scope.ASSET ? scopeValue : null;
        }
    }

    JsonObject json() {
        return wish.details()
                .put("id", id)
                .put("created_by", createdBy)
                .put("created_at", createdAt)
                .build();
    }
}
