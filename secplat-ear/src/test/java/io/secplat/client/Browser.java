package io.secplat.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/** Goes from page to page as a person's browser does: it keeps cookies by address and goes where it is sent. */
public final class Browser {

    private static final int MOST_REDIRECTS = 10;

    private final HttpClient client;
    private final Map<String, Map<String, String>> cookies = new LinkedHashMap<>();

    /** @param tls whom it trusts */
    public Browser(SSLContext tls) {
        client = HttpClient.newBuilder()
                .sslContext(tls)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    /** Opens a page and follows redirects up to one whose target begins with that text, or to a page; where it ended. */
    public URI open(URI page, String until) {
        return follow(page, send(page, HttpRequest.newBuilder(page).GET()), until);
    }

    /** Sends a form and goes on as {@link #open} does. */
    public URI submit(URI page, String form, String until) {
        HttpRequest.Builder request = HttpRequest.newBuilder(page)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        return follow(page, send(page, request), until);
    }

    private URI follow(URI from, HttpResponse<String> first, String until) {
        URI page = from;
        HttpResponse<String> answer = first;
        for (int i = 0; i < MOST_REDIRECTS; i++) {
            if (answer.statusCode() / 100 != 3) {
                return page;
            }
            page = page.resolve(answer.headers().firstValue("Location").orElseThrow());
            if (page.toString().startsWith(until)) {
                return page;
            }
            answer = send(page, HttpRequest.newBuilder(page).GET());
        }
        throw new AssertionError("sent in circles, at last to " + page);
    }

    private HttpResponse<String> send(URI page, HttpRequest.Builder request) {
        Map<String, String> kept = cookies.computeIfAbsent(page.getAuthority(), address -> new LinkedHashMap<>());
        if (!kept.isEmpty()) {
            request.header(
                    "Cookie",
                    kept.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> answer =
                    client.send(request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(header -> keep(kept, header));
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void keep(Map<String, String> kept, String header) {
        String[] pair = header.split(";", 2)[0].split("=", 2);
        if (header.contains("Max-Age=0")) {
            kept.remove(pair[0]);
        } else {
            kept.put(pair[0], pair[1]);
        }
    }
}
