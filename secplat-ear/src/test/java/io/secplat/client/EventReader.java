package io.secplat.client;

import static org.awaitility.Awaitility.await;

import io.secplat.openapi.ContractCheck;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Reads an event stream as a browser does. Each event is compared with the API's contract; one that is not as it says fails
 * whoever waits for an event, and the closing.
 */
public final class EventReader implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private record Event(String name, String data) {}

    private final String path;
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final CompletableFuture<HttpResponse<InputStream>> answer;
    private volatile String lastId = "";
    private volatile Optional<AssertionError> broken = Optional.empty();
    private volatile boolean ended;

    private EventReader(String path, HttpRequest request) {
        this.path = path;
        answer = HttpClient.newHttpClient().sendAsync(request, HttpResponse.BodyHandlers.ofInputStream());
        Thread thread = new Thread(this::read, "event-reader");
        thread.setDaemon(true);
        thread.start();
    }

    /** Opens the stream, from the event after that id if one is given, and reads. */
    public static EventReader open(URI base, String path, String token, Optional<String> lastId) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path)).header("Authorization", "Bearer " + token);
        lastId.ifPresent(id -> request.header("Last-Event-ID", id));
        return new EventReader(path, request.build());
    }

    /** Opens the stream as a browser does that is signed in by a cookie, and reads. */
    public static EventReader byCookie(URI base, String path, String cookies) {
        return new EventReader(
                path,
                HttpRequest.newBuilder(base.resolve(path))
                        .header("Cookie", cookies)
                        .build());
    }

    /** Waits for an event of that name whose data holds the text. */
    public void awaitEvent(String name, String text) {
        await().atMost(PATIENCE).until(() -> heard(name, text));
    }

    public List<String> names() {
        return events.stream().map(Event::name).toList();
    }

    public long count(String name) {
        return events.stream().filter(event -> event.name.equals(name)).count();
    }

    /** The id of the newest event. */
    public String lastId() {
        return lastId;
    }

    /** Whether the server has ended the stream. */
    public boolean ended() {
        return ended;
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(answer.join().body(), StandardCharsets.UTF_8))) {
            String name = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id: ")) {
                    lastId = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    take(new Event(name, line.substring(6)));
                }
            }
        } catch (IOException e) {
            // closed by this side
        } finally {
            ended = true;
        }
    }

    private void take(Event event) {
        try {
            ContractCheck.shipped().checkEvent(path, event.name, event.data);
        } catch (AssertionError e) {
            broken = Optional.of(e);
        }
        events.add(event);
    }

    private boolean heard(String name, String text) {
        asDescribed();
        return events.stream().anyMatch(event -> event.name.equals(name) && event.data.contains(text));
    }

    private void asDescribed() {
        broken.ifPresent(error -> {
            throw error;
        });
    }

    @Override
    public void close() {
        try {
            answer.join().body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        asDescribed();
    }
}
