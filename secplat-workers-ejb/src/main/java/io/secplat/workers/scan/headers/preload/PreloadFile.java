package io.secplat.workers.scan.headers.preload;

import io.secplat.contracts.json.Json;
import io.secplat.workers.scan.headers.observatory.Preloads;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The list that {@code HSTS_PRELOAD_FILE} names: Chromium's {@code transport_security_state_static.json}, a JSON object with
 * {@code entries} and lines of comment. Entries that do not force HTTPS are left out.
 */
public final class PreloadFile {

    /** Bytes; well above the size of the list. */
    static final long LONGEST = 64L * 1024 * 1024;

    private static final String SETTING = "HSTS_PRELOAD_FILE";

    private PreloadFile() {}

    /** No list without a file. IllegalArgumentException names the setting when the file is not what it should be. */
    public static Preloads read(Optional<Path> file) {
        return file.map(PreloadFile::read).orElse(Preloads.NONE);
    }

    private static Preloads read(Path file) {
        try {
            if (Files.size(file) > LONGEST) {
                throw new IllegalArgumentException(SETTING + " names a file of more than " + LONGEST + " bytes");
            }
            return parsed(withoutComments(file));
        } catch (IOException e) {
            throw new IllegalArgumentException(SETTING + " names a file that cannot be read", e);
        } catch (JsonException | IllegalStateException | ClassCastException | NoSuchElementException e) {
            throw new IllegalArgumentException(SETTING + " names a file that is no preload list", e);
        }
    }

    private static String withoutComments(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> !line.strip().startsWith("//")).collect(Collectors.joining("\n"));
        }
    }

    private static Preloads parsed(String json) {
        try (JsonParser parser = Json.createParser(new StringReader(json))) {
            JsonParser.Event event = parser.next();
            while (event != JsonParser.Event.KEY_NAME || !parser.getString().equals("entries")) {
                event = parser.next();
            }
            parser.next();
            Map<String, Boolean> hosts = parser.getArrayStream()
                    .map(JsonValue::asJsonObject)
                    .filter(entry -> entry.getString("mode", "").equals("force-https"))
                    .collect(Collectors.toMap(PreloadFile::host, PreloadFile::coversBelow, (earlier, later) -> later));
            return new Preloads(hosts);
        }
    }

    private static String host(JsonObject entry) {
        return Optional.ofNullable(entry.getString("name", null))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .orElseThrow();
    }

    private static boolean coversBelow(JsonObject entry) {
        return entry.getBoolean("include_subdomains", false);
    }
}
