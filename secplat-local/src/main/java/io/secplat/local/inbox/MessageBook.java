package io.secplat.local.inbox;

import io.secplat.contracts.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every message ever received, one JSON object a line in a file that is only appended to. */
public final class MessageBook {

    private final Path file;
    private final Clock clock;
    private final List<Received> messages = new ArrayList<>();

    /** Reads what earlier runs received; a line that a crash cut off is skipped. */
    public MessageBook(Path file, Clock clock) throws IOException {
        this.file = file;
        this.clock = clock;
        Files.createDirectories(file.toAbsolutePath().getParent());
        if (Files.exists(file)) {
            repair();
            Files.readAllLines(file).forEach(line -> parsed(line).ifPresent(messages::add));
        }
    }

    /** Writes the message down and answers it with its id and time. */
    public synchronized Received add(String service, Message message) {
        long id = messages.isEmpty() ? 1 : messages.get(messages.size() - 1).id() + 1;
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Received received = new Received(id, now, service, message.recipient(), message.text(), message.body());
        append(received.json() + "\n");
        messages.add(received);
        return received;
    }

    /** The messages after that id, oldest first. */
    public synchronized List<Received> since(long id) {
        return messages.stream().filter(message -> message.id() > id).toList();
    }

    private void append(String line) {
        try {
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A cut-off last line gets its end, so that the next message starts on a line of its own. */
    private void repair() throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        if (!text.isEmpty() && !text.endsWith("\n")) {
            append("\n");
        }
    }

    private static Optional<Received> parsed(String line) {
        try (JsonReader reader = Json.createReader(new StringReader(line))) {
            JsonObject json = reader.readObject();
            return Optional.of(Received.read(json));
        } catch (JsonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
