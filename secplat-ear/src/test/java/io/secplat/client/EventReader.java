package io.secplat.client;

import static org.awaitility.Awaitility.await;

import io.secplat.openapi.ContractCheck;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Reads an event stream as a browser does; or opens it and reads nothing, as a browser does whose computer sleeps. Each event
 * is compared with the API's contract; one that is not as it says fails whoever waits for an event, and the closing.
 */
public final class EventReader implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int SMALL = 4_096;

    private record Event(String name, String data) {}

    private final Socket socket;
    private final String path;
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private volatile String lastId = "";
    private volatile Optional<AssertionError> broken = Optional.empty();
    private volatile boolean ended;

    private EventReader(URI base, String path, String credential, Optional<String> lastId, boolean small)
            throws IOException {
        this.path = path;
        socket = new Socket();
        if (small) {
            socket.setReceiveBufferSize(SMALL);
        }
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), base.getPort()));
        String resume = lastId.map(id -> "Last-Event-ID: " + id + "\r\n").orElse("");
        String request = "GET " + path + " HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\n" + credential + "\r\n"
                + resume + "\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }

    /** Opens the stream, from the event after that id if one is given, and reads. */
    public static EventReader open(URI base, String path, String token, Optional<String> lastId) throws IOException {
        return new EventReader(base, path, bearer(token), lastId, false).begin();
    }

    /** Opens the stream as a browser does that is signed in by a cookie, and reads. */
    public static EventReader byCookie(URI base, String path, String cookies) throws IOException {
        return new EventReader(base, path, "Cookie: " + cookies, Optional.empty(), false).begin();
    }

    private EventReader begin() {
        Thread thread = new Thread(this::read, "event-reader");
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    /** Opens the stream and reads nothing. */
    public static EventReader silent(URI base, String path, String token) throws IOException {
        return new EventReader(base, path, bearer(token), Optional.empty(), true);
    }

    private static String bearer(String token) {
        return "Authorization: Bearer " + token;
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
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
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
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        asDescribed();
    }
}
