package io.secplat.client;

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
public final class Http {

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final URI base;
    private String token = "";

    public Http(URI base) {
        this.base = base;
    }

    /** Signs in by the login form. */
    public Http signIn(String user, String password) {
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/api/auth/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + user + "&password=" + password))
                .build();
        token = send(request).expect(200).object().getString("access_token");
        return this;
    }

    public Answer get(String path) {
        return send(request(path).GET().build());
    }

    public Answer post(String path, JsonObject body) {
        return send(request(path).POST(BodyPublishers.ofString(body.toString())).build());
    }

    /** Sends any method with any body and headers, as a careless client might. */
    public Answer send(String method, String path, String contentType, String body, String... headers) {
        HttpRequest.Builder builder = request(path)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .setHeader("Content-Type", contentType);
        return send((headers.length == 0 ? builder : builder.headers(headers)).build());
    }

    public Answer delete(String path) {
        return send(request(path).DELETE().build());
    }

    public Answer patch(String path, JsonObject body) {
        return send(request(path)
                .method("PATCH", BodyPublishers.ofString(body.toString()))
                .build());
    }

    public static JsonObject json(Map<String, ?> members) {
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
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
