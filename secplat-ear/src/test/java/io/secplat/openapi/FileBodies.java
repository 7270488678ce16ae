package io.secplat.openapi;

import io.swagger.v3.oas.models.media.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers that are files, compared with what the description says beside their media type: {@code x-columns} names the
 * columns of a CSV (RFC 4180), and a PDF has its first and its last mark.
 */
final class FileBodies {

    private static final String CELL = "(?:\"(?:[^\"]|\"\")*+\"|[^\",\r\n]*+)";

    /** A cell that a spreadsheet would run as a formula. */
    private static final Pattern FORMULA = Pattern.compile("(?:^|,|\n)\"?[=+\\-@\t]");

    private FileBodies() {}

    /** What is not as described; empty for a body that is, and for other media types. */
    static Optional<String> wrong(String type, MediaType described, String body) {
        return switch (type) {
            case "text/csv" -> wrongCsv(columns(described), body);
            case "application/pdf" -> wrongPdf(body);
            default -> Optional.empty();
        };
    }

    private static List<?> columns(MediaType described) {
        Object columns = described.getExtensions() == null
                ? null
                : described.getExtensions().get("x-columns");
        return columns instanceof List<?> names ? names : List.of();
    }

    private static Optional<String> wrongCsv(List<?> columns, String body) {
        String header = String.join(",", columns.stream().map(String::valueOf).toList()) + "\r\n";
        if (!body.startsWith(header)) {
            return Optional.of("its columns are not " + columns);
        }
        if (FORMULA.matcher(body).find()) {
            return Optional.of("a cell is a formula");
        }
        Pattern row = Pattern.compile(CELL + ("," + CELL).repeat(columns.size() - 1) + "\r\n");
        Matcher rows = row.matcher(body);
        int end = 0;
        while (end < body.length()) {
            if (!rows.region(end, body.length()).lookingAt()) {
                return Optional.of("no row of " + columns.size() + " cells at character " + end);
            }
            end = rows.end();
        }
        return Optional.empty();
    }

    private static Optional<String> wrongPdf(String body) {
        boolean whole = body.startsWith("%PDF-") && body.stripTrailing().endsWith("%%EOF");
        return whole ? Optional.empty() : Optional.of("it is no whole PDF");
    }
}
