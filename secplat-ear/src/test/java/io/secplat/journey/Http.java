package io.secplat.journey;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** Calls a server as a signed-in client would, and signs in again when the token has ended. */
final class Http {

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final URI base;
    private String token = "";

    Http(URI base) {
        this.base = base;
    }

    /** Signs in by the login form. */
    Http signIn(String user, String password) {
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/api/auth/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + user + "&password=" + password))
                .build();
        token = send(request).expect(200).object().getString("access_token");
        return this;
    }

    Answer get(String path) {
        return send(request(path).GET().build());
    }

    Answer post(String path, JsonObject body) {
        return send(request(path).POST(BodyPublishers.ofString(body.toString())).build());
    }

    Answer patch(String path, JsonObject body) {
        return send(request(path)
                .method("PATCH", BodyPublishers.ofString(body.toString()))
                .build());
    }

    static JsonObject json(Map<String, ?> members) {
        return Json.createObjectBuilder(members).build();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json");
        return token.isEmpty() ? builder : builder.header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
