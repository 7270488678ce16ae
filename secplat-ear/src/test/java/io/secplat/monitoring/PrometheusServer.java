package io.secplat.monitoring;

import static org.awaitility.Awaitility.await;

import io.secplat.local.store.FreePort;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Debian's Prometheus with the configuration of this repository, on a port of its own, scraping often. */
public final class PrometheusServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String OFTEN = "2s";

    private final Process process;
    private final JsonService http;

    private PrometheusServer(Process process, JsonService http) {
        this.process = process;
        this.http = http;
    }

    /** Whether this machine has Debian's package {@code prometheus}. */
    public static boolean isInstalled() {
        return Stream.of("prometheus", "promtool")
                .allMatch(program -> Files.isExecutable(Path.of("/usr/bin", program)));
    }

    /**
     * Starts it and waits until every target was scraped twice.
     *
     * @param home an empty folder
     * @param targets address ({@code host:port}) of each server, by its role
     */
    public static PrometheusServer start(Path home, Map<String, String> targets) throws IOException {
        configure(home, targets);
        int port = FreePort.find();
        Process process = new ProcessBuilder(
                        "prometheus",
                        "--config.file=" + home.resolve("prometheus.yml"),
                        "--storage.tsdb.path=" + home.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("prometheus.log").toFile())
                .start();
        PrometheusServer server = new PrometheusServer(process, new JsonService(port));
        await().atMost(PATIENCE).ignoreExceptions().until(() -> server.scrapedTwice() == targets.size());
        return server;
    }

    /** The values that the expression has now, one per series; NaN is none. An AssertionError shows what was wrong with it. */
    public List<Double> values(String expression) {
        String path = "/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8);
        return data(path).getJsonArray("result").getValuesAs(JsonObject.class).stream()
                .map(series ->
                        Double.valueOf(series.getJsonArray("value").getString(1).replace("Inf", "Infinity")))
                .filter(value -> !value.isNaN())
                .toList();
    }

    /** The help of each figure that was scraped; of several servers one that has one, if any has. */
    public Map<String, String> helps() {
        return data("/api/v1/metadata").entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        figure -> figure.getValue().asJsonArray().getValuesAs(JsonObject.class).stream()
                                .map(told -> told.getString("help"))
                                .max(Comparator.naturalOrder())
                                .orElse("")));
    }

    /** The rules that could be evaluated, by name, with their health. */
    public Map<String, String> rules() {
        return data("/api/v1/rules").getJsonArray("groups").getValuesAs(JsonObject.class).stream()
                .flatMap(group -> group.getJsonArray("rules").getValuesAs(JsonObject.class).stream())
                .collect(Collectors.toMap(rule -> rule.getString("name"), rule -> rule.getString("health")));
    }

    @Override
    public void close() {
        process.destroy();
        await().atMost(PATIENCE).until(() -> !process.isAlive());
    }

    private int scrapedTwice() {
        return values("count_over_time(up{job=\"secplat\"}[5m]) >= 2 and up{job=\"secplat\"} == 1")
                .size();
    }

    private JsonObject data(String path) {
        return http.get(path).getJsonObject("data");
    }

    private static void configure(Path home, Map<String, String> targets) throws IOException {
        Path source = Dashboards.FOLDER.resolve("prometheus");
        Files.createDirectories(home.resolve("targets"));
        Files.createDirectories(home.resolve("rules"));
        String configuration = Files.readString(source.resolve("prometheus.yml"));
        Files.writeString(
                home.resolve("prometheus.yml"), configuration.replace("_interval: 15s", "_interval: " + OFTEN));
        try (Stream<Path> rules = Files.list(source.resolve("rules"))) {
            for (Path rule : rules.toList()) {
                Files.copy(rule, home.resolve("rules").resolve(rule.getFileName()));
            }
        }
        String list = targets.entrySet().stream()
                .map(target ->
                        "- targets: ['" + target.getValue() + "']\n  labels:\n    role: " + target.getKey() + "\n")
                .collect(Collectors.joining());
        Files.writeString(home.resolve("targets/test.yml"), list);
    }
}
