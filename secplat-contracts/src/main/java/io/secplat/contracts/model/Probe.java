package io.secplat.contracts.model;

import io.secplat.contracts.json.JsonReader;
import io.secplat.contracts.json.JsonWriter;
import jakarta.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * How an asset is checked.
 *
 * @param kind http, tcp or tls
 * @param url for http: where to GET, {@code http://} or {@code https://} without credentials
 * @param target for tcp and tls: {@code host:port}
 * @param intervalSeconds 5 to 86 400, default 60
 * @param timeoutMs 100 to 30 000, below the interval, default 5 000
 * @param expectedStatus for http: comma list of {@code NNN}, {@code Nxx} and ranges of both, default {@code 2xx-3xx}
 * @param bodyContains for http: text that the first 64 KiB must contain
 * @param followRedirects for http: follow at most five redirects on the same host
 */
public record Probe(
        ProbeKind kind,
        @Nullable String url,
        @Nullable String target,
        int intervalSeconds,
        int timeoutMs,
        String expectedStatus,
        @Nullable String bodyContains,
        boolean followRedirects) {

    public static final int DEFAULT_INTERVAL_SECONDS = 60;
    public static final int DEFAULT_TIMEOUT_MS = 5_000;
    public static final String DEFAULT_EXPECTED_STATUS = "2xx-3xx";

    public Probe {
        between("interval_seconds", intervalSeconds, 5, 86_400);
        between("timeout_ms", timeoutMs, 100, 30_000);
        if (timeoutMs >= intervalSeconds * 1000) {
            throw new IllegalArgumentException("timeout_ms must be below interval_seconds");
        }
        if (kind == ProbeKind.HTTP ? url == null : target == null) {
            throw new IllegalArgumentException(kind == ProbeKind.HTTP ? "url is required" : "target is required");
        }
        StatusExpectation.parse(expectedStatus);
    }

    /** An http probe with every default. */
    public static Probe http(String url, String expectedStatus) {
        return new Probe(
                ProbeKind.HTTP, url, null, DEFAULT_INTERVAL_SECONDS, DEFAULT_TIMEOUT_MS, expectedStatus, null, false);
    }

    /** Reads a probe, filling in defaults; throws IllegalArgumentException that names the member at fault. */
    public static Probe fromJson(JsonObject json) {
        JsonReader reader = new JsonReader(json);
        return new Probe(
                ProbeKind.of(reader.text("kind").orElse(""))
                        .orElseThrow(() -> new IllegalArgumentException("kind must be http, tcp or tls")),
                reader.text("url").orElse(null),
                reader.text("target").orElse(null),
                reader.integer("interval_seconds").orElse(DEFAULT_INTERVAL_SECONDS),
                reader.integer("timeout_ms").orElse(DEFAULT_TIMEOUT_MS),
                reader.text("expected_status").orElse(DEFAULT_EXPECTED_STATUS),
                reader.text("body_contains").orElse(null),
                reader.bool("follow_redirects").orElse(false));
    }

    /** The same members with their defaults filled in. */
    public JsonObject toJson() {
        return new JsonWriter()
                .put("kind", kind.wire())
                .putIfPresent("url", url)
                .putIfPresent("target", target)
                .put("interval_seconds", intervalSeconds)
                .put("timeout_ms", timeoutMs)
                .put("expected_status", expectedStatus)
                .put("body_contains", bodyContains)
                .put("follow_redirects", followRedirects)
                .build();
    }

    private static void between(String name, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(name + " must be " + low + " to " + high + ", was " + value);
        }
    }
}
