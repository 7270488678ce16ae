package io.secplat.workers.api;

import io.secplat.contracts.json.Json;
import io.secplat.contracts.json.JsonReader;
import jakarta.json.JsonException;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * A token and when a new one is due: after four fifths of its life, counted from now on our own clock. A token whose life
 * cannot be read is kept until the API refuses it.
 */
record AccessToken(String value, Instant renewAt) {

    static AccessToken receivedAt(Instant now, String value) {
        return new AccessToken(value, now.plus(life(value).multipliedBy(4).dividedBy(5)));
    }

    private static Duration life(String token) {
        String[] parts = token.split("\\.", -1);
        try (jakarta.json.JsonReader json = Json.createReader(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(parts.length == 3 ? parts[1] : "")))) {
            JsonReader claims = new JsonReader(json.readObject());
            long issued = JsonReader.required("iat", claims.longInteger("iat"));
            long expires = JsonReader.required("exp", claims.longInteger("exp"));
            return Duration.ofSeconds(Math.max(0, expires - issued));
        } catch (IllegalArgumentException | JsonException e) {
            return Duration.ofDays(1);
        }
    }

    @Override
    public String toString() {
        return "AccessToken[until " + renewAt + "]";
    }
}
