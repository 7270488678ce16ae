package io.secplat.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The table of docs/OPERATIONS.md: how a server of each role is when something is away or stuck. */
public final class HealthTable {

    /** A server that nothing is wrong with. */
    public static final String WELL = "live, ready";

    private static final String HEAD = "| role | PostgreSQL away |";

    private final Map<String, Map<String, String>> rows = new LinkedHashMap<>();

    private HealthTable(List<String> lines) {
        List<String> columns = cells(lines.get(0));
        lines.stream().skip(2).takeWhile(line -> line.startsWith("| `")).forEach(line -> row(columns, cells(line)));
    }

    public static HealthTable documented() {
        try {
            return new HealthTable(Repository.text("docs/OPERATIONS.md")
                    .lines()
                    .dropWhile(line -> !line.startsWith(HEAD))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void row(List<String> columns, List<String> cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int n = 1; n < columns.size(); n++) {
            row.put(columns.get(n), cells.get(n));
        }
        rows.put(cells.get(0).replace("`", ""), row);
    }

    public Set<String> roles() {
        return rows.keySet();
    }

    /** The cells of a role by column. */
    Map<String, String> row(String role) {
        return rows.get(role);
    }

    /** For example {@code live, ready, degraded}; an AssertionError when there is no such cell. */
    public String of(String role, String column) {
        String cell = rows.getOrDefault(role, Map.of()).get(column);
        if (cell == null) {
            throw new AssertionError("docs/OPERATIONS.md does not say how " + role + " is with " + column);
        }
        return cell;
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|", -1))
                .map(String::strip)
                .filter(cell -> !cell.isEmpty())
                .toList();
    }
}
