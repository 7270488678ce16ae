package io.secplat.journey;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What one server of the platform has written on standard output so far, its starts included. */
record ServerLog(String role, List<String> written) {

    static ServerLog of(Platform platform, String role) {
        Path file = platform.data().resolve("logs").resolve(role + ".log");
        try {
            String text = Files.readString(file);
            return new ServerLog(
                    role, text.substring(0, text.lastIndexOf('\n') + 1).lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines that are no JSON object. */
    List<String> plain() {
        return written.stream().filter(line -> json(line).isEmpty()).toList();
    }

    /** What the application wrote; the others are Liberty's. */
    List<JsonObject> ours() {
        return written.stream()
                .flatMap(line -> json(line).stream())
                .filter(line -> line.containsKey("action"))
                .toList();
    }

    private static Optional<JsonObject> json(String line) {
        try (JsonReader reader = Json.createReader(new StringReader(line))) {
            return Optional.of(reader.readObject());
        } catch (JsonException e) {
            return Optional.empty();
        }
    }
}
