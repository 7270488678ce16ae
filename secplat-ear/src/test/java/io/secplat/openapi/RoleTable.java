package io.secplat.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table of docs/ROLES.md: what each caller is answered to each call. */
public record RoleTable(List<String> callers, List<Row> rows) {

    /**
     * One call.
     *
     * @param answers by caller: {@code yes}, {@code 401} or {@code 403}
     */
    public record Row(String method, String path, Map<String, String> answers) {

        /** The call without the names of its path parameters. */
        String call() {
            return method + " " + path.replaceAll("\\{[^}]+}", "{}");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private static final Path FILE = Path.of("../docs/ROLES.md");

    public static RoleTable documented() {
        try {
            List<List<String>> lines = Files.readAllLines(FILE).stream()
                    .filter(line -> line.startsWith("| ") && line.split("\\|", -1).length > 8)
                    .map(RoleTable::cells)
                    .toList();
            List<String> callers = lines.get(0).subList(2, lines.get(0).size());
            return new RoleTable(
                    callers,
                    lines.stream().skip(1).map(line -> row(callers, line)).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(List<String> callers, List<String> cells) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (int n = 0; n < callers.size(); n++) {
            answers.put(callers.get(n), cells.get(n + 2));
        }
        return new Row(cells.get(0), cells.get(1).replace("`", ""), answers);
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|", -1))
                .map(String::strip)
                .filter(cell -> !cell.isEmpty())
                .toList();
    }
}
