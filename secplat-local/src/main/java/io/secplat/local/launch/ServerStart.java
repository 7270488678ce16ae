package io.secplat.local.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a server's folder says about the start of its JVM, in the files that Liberty's own script reads as well; empty for a folder without them.
 *
 * @param options lines of {@code jvm.options}
 * @param environment variables of {@code server.env}
 */
record ServerStart(List<String> options, Map<String, String> environment) {

    ServerStart {
        options = List.copyOf(options);
        environment = Map.copyOf(environment);
    }

    /** Reads the folder of a server's configuration; an IOException when a file of it cannot be read or is malformed. */
    static ServerStart of(Path server) throws IOException {
        Map<String, String> environment = new TreeMap<>();
        for (String line : lines(server.resolve("server.env"))) {
            int equals = line.indexOf('=');
            if (equals < 1) {
                throw new IOException(server.resolve("server.env") + ": no name and value: " + line);
            }
            environment.put(line.substring(0, equals), line.substring(equals + 1));
        }
        return new ServerStart(lines(server.resolve("jvm.options")), environment);
    }

    private static List<String> lines(Path file) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        }
    }
}
