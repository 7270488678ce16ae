package io.secplat.bench.report;

import io.secplat.contracts.json.Json;
import io.secplat.contracts.json.JsonWriter;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All that a run found.
 *
 * @param facts in words, by what they are about
 */
public record Report(String command, Map<String, String> facts, List<Line> lines) {

    /** For people: facts, then the table. */
    public String markdown() {
        String told = facts.entrySet().stream()
                .map(fact -> "* " + fact.getKey() + ": " + fact.getValue())
                .collect(Collectors.joining("\n"));
        String table = lines.stream().map(Line::markdown).collect(Collectors.joining("\n"));
        return "`" + command + "`\n\n" + told + "\n\n" + Line.HEAD + table + "\n";
    }

    /** For programs: the same. */
    public JsonObject json() {
        JsonWriter told = new JsonWriter();
        facts.forEach(told::put);
        JsonArrayBuilder table = Json.createArrayBuilder();
        lines.forEach(line -> table.add(line.json()));
        return new JsonWriter()
                .put("command", command)
                .put("facts", told.build())
                .put("lines", table.build())
                .build();
    }
}
