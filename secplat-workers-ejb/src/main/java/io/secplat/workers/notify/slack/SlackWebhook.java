package io.secplat.workers.notify.slack;

import com.slack.api.util.http.SlackHttpClient;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import okhttp3.Response;

/** An incoming webhook. Its URL is a secret: it appears in no text that this class gives away. */
public final class SlackWebhook {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final String url;
    private final SlackHttpClient http;

    private SlackWebhook(String url, Duration timeout) {
        this.url = url;
        this.http = SlackHttp.client(timeout);
    }

    /** The webhook at an absolute http or https URL; empty for any other text. */
    public static Optional<SlackWebhook> at(String url) {
        return at(url, TIMEOUT);
    }

    static Optional<SlackWebhook> at(String url, Duration timeout) {
        try {
            URI uri = new URI(url.strip());
            boolean usable =
                    uri.getHost() != null && String.valueOf(uri.getScheme()).matches("https?");
            return usable ? Optional.of(new SlackWebhook(uri.toString(), timeout)) : Optional.empty();
        } catch (java.net.URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Posts once; an IOException after the connection was made leaves open whether Slack has seen the message. */
    SlackAnswer post(JsonObject message) throws IOException {
        try (Response response = http.postJsonBody(url, message.toString())) {
            return new SlackAnswer(response.code(), response.header("Retry-After"));
        } catch (IOException e) {
            throw SlackHttp.unseen(e);
        }
    }

    @Override
    public String toString() {
        return "SlackWebhook";
    }
}
