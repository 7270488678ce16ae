package io.secplat.api.auth;

import io.secplat.contracts.json.JsonWriter;
import jakarta.json.JsonObject;

/** What a caller gets for signing in, and who signed in. */
public record TokenPair(User user, String accessToken, String refreshToken) {

    public JsonObject toJson() {
        return new JsonWriter()
                .put("access_token", accessToken)
                .put("refresh_token", refreshToken)
                .put("token_type", "bearer")
                .build();
    }

    /** Never shows the tokens. */
    @Override
    public String toString() {
        return "TokenPair";
    }
}
