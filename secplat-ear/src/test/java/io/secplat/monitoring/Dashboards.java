package io.secplat.monitoring;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The dashboards as Grafana reads them. */
public final class Dashboards {

    static final Path FOLDER = Path.of("..", "grafana").toAbsolutePath().normalize();

    private static final Pattern SOURCE =
            Pattern.compile("uid: (\\S+)\\n\\s+type: grafana-opensearch-datasource[\\s\\S]*?database: (\\S+)");

    private Dashboards() {}

    /**
     * One query of a panel.
     *
     * @param source the uid of its data source, variables resolved
     */
    public record Query(String dashboard, String panel, String source, JsonObject target) {

        /** Whether it asks Prometheus. */
        public boolean isExpression() {
            return target.containsKey("expr");
        }

        @Override
        public String toString() {
            return dashboard + " / " + panel + " " + target.getString("refId");
        }
    }

    /** Every dashboard, by the name of its file. */
    static Map<String, JsonObject> all() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve("dashboards"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .collect(Collectors.toMap(file -> file.getFileName().toString(), Dashboards::read));
        }
    }

    /** Every query of every panel. */
    public static List<Query> queries() throws IOException {
        return all().values().stream().flatMap(Dashboards::queries).toList();
    }

    /** How many panels there are. */
    public static int panels() throws IOException {
        return all().values().stream()
                .mapToInt(board -> board.getJsonArray("panels").size())
                .sum();
    }

    /** The index behind each data source of OpenSearch, by its uid. */
    public static Map<String, String> indices() throws IOException {
        String sources = Files.readString(FOLDER.resolve("provisioning/datasources/secplat.yaml"));
        return SOURCE.matcher(sources)
                .results()
                .collect(Collectors.toMap(source -> source.group(1), source -> source.group(2)));
    }

    private static Stream<Query> queries(JsonObject board) {
        Map<String, String> sources = sources(board);
        return panels(board).stream()
                .flatMap(panel -> panel.getJsonArray("targets").getValuesAs(JsonObject.class).stream()
                        .map(target -> new Query(
                                board.getString("title"),
                                panel.getString("title"),
                                resolved(
                                        sources,
                                        target.getJsonObject("datasource").getString("uid")),
                                target)));
    }

    static List<JsonObject> panels(JsonObject board) {
        return board.getJsonArray("panels").getValuesAs(JsonObject.class);
    }

    private static String resolved(Map<String, String> sources, String uid) {
        return sources.getOrDefault(uid, "nothing behind " + uid);
    }

    private static Map<String, String> sources(JsonObject board) {
        return board.getJsonObject("templating").getJsonArray("list").getValuesAs(JsonObject.class).stream()
                .filter(variable -> variable.getString("type").equals("datasource"))
                .collect(Collectors.toMap(
                        variable -> "${" + variable.getString("name") + "}",
                        variable -> variable.getJsonObject("current").getString("value")));
    }

    private static JsonObject read(Path file) {
        try (JsonReader reader = Json.createReader(new StringReader(Files.readString(file)))) {
            return reader.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
