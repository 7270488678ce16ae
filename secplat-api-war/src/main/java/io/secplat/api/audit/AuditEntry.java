package io.secplat.api.audit;

import io.secplat.api.request.Caller;
import jakarta.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * One change that somebody made.
 *
 * @param action a name of the schema's list, for example {@code asset.create}
 * @param details keys and values that explain the change; never a password, token or evidence
 */
public record AuditEntry(
        String action,
        @Nullable String userName,
        @Nullable String assetKey,
        JsonObject details,
        @Nullable String requestId) {

    /** What the caller of the current call did. */
    public static AuditEntry of(Caller caller, String action, @Nullable String assetKey, JsonObject details) {
        return new AuditEntry(action, caller.userName(), assetKey, details, caller.requestId());
    }
}
