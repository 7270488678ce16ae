package io.secplat.local.admin;

import io.secplat.contracts.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** HTTPS to one console, which has to show the certificate of its own key store. */
final class ConsoleHttp {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Console console;
    private final HttpClient client;

    ConsoleHttp(Console console) {
        this.console = console;
        this.client = HttpClient.newBuilder()
                // A connection of HTTP/2 that the server has dropped meanwhile would be waited on for long.
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(console.trust())
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    JsonStructure get(String path) {
        return send(request(path).GET());
    }

    JsonObject post(String path, JsonObject body) {
        return send(request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString())))
                .asJsonObject();
    }

    static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        String login = console.user() + ":" + console.password();
        return HttpRequest.newBuilder(URI.create(console.address() + path))
                .timeout(PATIENCE)
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
    }

    private JsonStructure send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 401 || answer.statusCode() == 403) {
                throw new AdminException("The console does not let " + console.user() + " do this.");
            }
            JsonStructure body = json(answer);
            if (answer.statusCode() != 200) {
                throw new AdminException(Complaint.of(body));
            }
            return body;
        } catch (IOException e) {
            throw new AdminException("No answer from " + console.address() + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AdminException("Interrupted.");
        }
    }

    private static JsonStructure json(HttpResponse<String> answer) {
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.read();
        } catch (JsonException e) {
            throw new AdminException("The console answered " + answer.statusCode() + ", and no JSON.");
        }
    }
}
