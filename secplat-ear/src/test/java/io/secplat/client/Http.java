package io.secplat.client;

import io.secplat.openapi.ContractCheck;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** Calls a server as a signed-in client would. Each answer of the API is compared with its contract. */
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

    /** The access token that it signs its calls with; empty before the sign-in. */
    public String token() {
        return token;
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
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            Answer answer = new Answer(response.statusCode(), response.headers(), body(response));
            ContractCheck.shipped()
                    .check(
                            request.method(),
                            request.uri().getRawPath(),
                            answer.status(),
                            answer.headers().map(),
                            answer.body());
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The whole body; none of an event stream, which has no end. */
    private static String body(HttpResponse<InputStream> response) throws IOException {
        try (InputStream body = response.body()) {
            boolean endless =
                    response.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
            return endless ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
