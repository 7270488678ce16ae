package io.secplat.search.opensearch;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/**
 * Where the record is kept. The address may carry user information ({@code https://user:password@host:9200}), which never
 * appears in {@link #toString()}, logs or errors.
 *
 * @param url setting {@code OPENSEARCH_URL}, default {@code http://localhost:9200}
 * @param eventsIndex setting {@code EVENTS_INDEX}, index or alias
 * @param assetsIndex setting {@code ASSETS_INDEX}, index or alias
 * @param statusIndex setting {@code STATUS_INDEX}, index or alias
 * @param hoursIndex setting {@code EVENT_HOURS_INDEX}, index or alias
 */
public record SearchSettings(URI url, String eventsIndex, String assetsIndex, String statusIndex, String hoursIndex) {

    /** How long a connection may take: hosts are near, so a longer wait only hides that one is gone. */
    public static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    /** How long one answer may take; the slowest are bulks of thousands that wait for a refresh. */
    public static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(30);

    /** How long the health check lets the cluster think before it counts as away. */
    public static final Duration HEALTH_TIMEOUT = Duration.ofSeconds(1);

    public SearchSettings {
        boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!http || url.getHost() == null) {
            throw new IllegalArgumentException("OPENSEARCH_URL must be an http or https URL with a host");
        }
    }

    /** Reads the address; the error of a bad one does not repeat it. */
    static URI address(String text) {
        try {
            return new URI(text.strip());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("OPENSEARCH_URL is not a URL");
        }
    }

    /** The value of the Authorization header, when the address carries user information. */
    Optional<String> authorization() {
        return Optional.ofNullable(url.getUserInfo())
                .map(user -> "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return "SearchSettings[" + eventsIndex + ", " + assetsIndex + ", " + statusIndex + ", " + hoursIndex + "]";
    }
}
