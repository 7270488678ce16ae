package io.secplat.local.launch;

import io.secplat.contracts.json.Json;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.runtime.setting.KnownSettings;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Registers the shop as an asset that may be scanned, and proves its ownership as every owner does. */
final class DemoShop {

    private static final String KEY = "demo-shop";
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final LocalPlatform platform;
    private final String api;

    DemoShop(LocalPlatform platform) {
        this.platform = platform;
        this.api = platform.settings().url(Part.API) + "/api";
    }

    /** One sentence that says how it went; nothing of this stops the platform from being up. */
    String register() throws InterruptedException {
        try {
            return registered(logIn());
        } catch (IOException | JsonException | IllegalStateException e) {
            return KEY + " could not be registered: " + e.getMessage();
        }
    }

    private String registered(String token) throws IOException, InterruptedException {
        HttpResponse<String> known =
                send(request("/assets/by-key/" + KEY, token).GET());
        HttpResponse<String> asset = known.statusCode() == 404 ? create(token) : known;
        JsonObject json = expect(asset, "the asset");
        if (json.getBoolean("verified", false)) {
            return KEY + " is registered and verified.";
        }
        Path file = platform.layout().wellKnown(Part.SHOP);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, json.getString("verification_token") + "\n");
        HttpRequest.Builder verify = request("/assets/" + json.getInt("asset_id") + "/verify", token)
                .POST(BodyPublishers.ofString("{\"method\":\"well_known\"}"));
        expect(send(verify), "the verification");
        return KEY + " was registered and verified through its own well-known file.";
    }

    private HttpResponse<String> create(String token) throws IOException, InterruptedException {
        JsonObject probe = new JsonWriter()
                .put("kind", "http")
                .put("url", platform.settings().url(Part.SHOP) + "/")
                .put("interval_seconds", 60)
                .build();
        JsonObject asset = new JsonWriter()
                .put("asset_key", KEY)
                .put("type", "external_web")
                .put("name", "127.0.0.1:" + platform.settings().port(Part.SHOP))
                .put("environment", "dev")
                .put("criticality", "low")
                .put("owner", "demo")
                .put("probe", probe)
                .build();
        return send(request("/assets", token).POST(BodyPublishers.ofString(asset.toString())));
    }

    private String logIn() throws IOException, InterruptedException {
        String user = platform.settings().get("ADMIN_USERNAME").orElseGet(() -> KnownSettings.usual("ADMIN_USERNAME"));
        String form = "username=" + encoded(user) + "&password="
                + encoded(platform.secrets().password("admin"));
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(api + "/auth/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        if (answer.statusCode() == 401) {
            throw new IllegalStateException("the password of " + user
                    + " was changed; say it in ADMIN_PASSWORD, or register the asset by hand");
        }
        return expect(answer, "the sign-in").getString("access_token");
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create(api + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(TIMEOUT).build(), BodyHandlers.ofString());
    }

    private static JsonObject expect(HttpResponse<String> answer, String what) {
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(what + " was answered with " + answer.statusCode() + " " + answer.body());
        }
        return Json.createReader(new StringReader(answer.body())).readObject();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
