package io.secplat.workers.notify.slack;

import com.slack.api.SlackConfig;
import com.slack.api.util.http.SlackHttpClient;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import okhttp3.Response;

/** An incoming webhook. Its URL is a secret: it appears in no text that this class gives away. */
public final class SlackWebhook {

    private static final int TIMEOUT_MILLIS = 10_000;

    private final String url;
    private final SlackHttpClient http;

    private SlackWebhook(String url, int timeoutMillis) {
        this.url = url;
        this.http = SlackHttpClient.buildSlackHttpClient(config(timeoutMillis));
    }

    /** Without the library's own listeners: they would log addresses and bodies when somebody turns its log up. */
    static SlackConfig config(int timeoutMillis) {
        SlackConfig config = new SlackConfig();
        config.setHttpClientCallTimeoutMillis(timeoutMillis);
        config.setHttpClientReadTimeoutMillis(timeoutMillis);
        config.setHttpClientWriteTimeoutMillis(timeoutMillis);
        config.setStatsEnabled(false);
        config.setHttpClientResponseHandlers(List.of());
        return config;
    }

    /** The webhook at an absolute http or https URL; empty for any other text. */
    public static Optional<SlackWebhook> at(String url) {
        return at(url, TIMEOUT_MILLIS);
    }

    static Optional<SlackWebhook> at(String url, int timeoutMillis) {
        try {
            URI uri = new URI(url.strip());
            boolean usable =
                    uri.getHost() != null && String.valueOf(uri.getScheme()).matches("https?");
            return usable ? Optional.of(new SlackWebhook(uri.toString(), timeoutMillis)) : Optional.empty();
        } catch (java.net.URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Posts once; an IOException after the connection was made leaves open whether Slack has seen the message. */
    SlackAnswer post(JsonObject message) throws IOException {
        try (Response response = http.postJsonBody(url, message.toString())) {
            return new SlackAnswer(response.code(), response.header("Retry-After"));
        } catch (ConnectException | UnknownHostException | NoRouteToHostException e) {
            throw new SlackUnreachableException();
        }
    }

    @Override
    public String toString() {
        return "SlackWebhook";
    }
}
