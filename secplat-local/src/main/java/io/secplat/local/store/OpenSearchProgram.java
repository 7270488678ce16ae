package io.secplat.local.store;

import io.secplat.local.process.Command;
import io.secplat.local.process.Executables;
import io.secplat.local.process.Program;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One OpenSearch node in a JVM of its own, without security plugin and therefore on loopback only.
 *
 * @param options further options of that JVM
 */
public record OpenSearchProgram(Path home, int port, List<String> options) implements Program {

    /** Starts in half the time and works at a third of the speed: right for tests. */
    public static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    /** Names the folder of the node's libraries, when they are not beside our own classes. */
    public static final String LIBRARIES = "secplat.opensearch.lib";

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    @Override
    public String name() {
        return "opensearch";
    }

    @Override
    public Command prepare() throws IOException {
        Path directory = Files.createDirectories(home.toAbsolutePath());
        Path temp = Files.createDirectories(directory.resolve("tmp"));
        Path ours = ours();
        List<String> words = new ArrayList<>(List.of(Executables.java(), "-Xms256m", "-Xmx512m"));
        words.addAll(options);
        words.addAll(List.of(
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.io.tmpdir=" + temp,
                "-Dlog4j2.configurationFile=classpath:opensearch-log4j2.properties",
                "-cp",
                ours + File.pathSeparator + libraries(ours) + File.separator + "*",
                "io.secplat.local.opensearch.OpenSearchMain",
                directory.toString(),
                Integer.toString(port)));
        return new Command(words, directory);
    }

    @Override
    public boolean isReady() {
        try {
            HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
            URI health = URI.create("http://127.0.0.1:" + port + "/_cluster/health?wait_for_status=yellow&timeout=1s");
            HttpRequest request =
                    HttpRequest.newBuilder(health).timeout(TIMEOUT).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Path libraries(Path ours) throws IOException {
        String given = System.getProperty(LIBRARIES);
        Path folder = given == null ? ours.resolveSibling("opensearch").resolve("lib") : Path.of(given);
        if (!Files.isDirectory(folder)) {
            throw new IOException("no OpenSearch libraries in " + folder
                    + "; the build copies them (mvn -pl secplat-local process-resources)");
        }
        return folder;
    }

    private static Path ours() throws IOException {
        try {
            return Path.of(OpenSearchProgram.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }
}
