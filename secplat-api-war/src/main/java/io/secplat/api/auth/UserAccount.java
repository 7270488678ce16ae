package io.secplat.api.auth;

import io.secplat.api.request.AccessRole;
import io.secplat.contracts.json.JsonWriter;
import jakarta.json.JsonObject;
import java.time.Instant;

/** A user as administrators see it: nothing of the password but whether there is one. */
public record UserAccount(
        String userName, AccessRole role, boolean disabled, boolean passwordConfigured, Instant createdAt) {

    /** As an item of the list. */
    JsonObject listed() {
        return new JsonWriter()
                .put("username", userName)
                .put("role", role.wire())
                .put("source", "db")
                .put("disabled", disabled)
                .put("password_configured", passwordConfigured)
                .build();
    }

    /** As the answer to a change. */
    JsonObject toJson() {
        return new JsonWriter()
                .put("username", userName)
                .put("role", role.wire())
                .put("disabled", disabled)
                .put("created_at", createdAt)
                .put("password_configured", passwordConfigured)
                .build();
    }
}
