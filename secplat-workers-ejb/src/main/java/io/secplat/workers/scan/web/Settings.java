package io.secplat.workers.scan.web;

import io.secplat.guard.HttpAnswer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A file of settings, one NAME=value a line. Values are never repeated. */
final class Settings {

    private static final Pattern LINE = Pattern.compile("(export\\s+)?[A-Za-z_][A-Za-z0-9_.]{1,100}\\s*=.*");
    private static final int LINES = 500;
    private static final int NAMES = 8;

    private Settings() {}

    /** How many settings a page holds and what some are called; empty when it is no such file. */
    static Optional<String> recognise(HttpAnswer answer) {
        List<String> lines = answer.bodyText()
                .lines()
                .limit(LINES)
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
        boolean all = !lines.isEmpty()
                && lines.stream().allMatch(line -> LINE.matcher(line).matches());
        return all ? Optional.of(described(lines)) : Optional.empty();
    }

    private static String described(List<String> lines) {
        List<String> names = lines.stream()
                .map(line -> line.substring(0, line.indexOf('='))
                        .replaceFirst("^export\\s+", "")
                        .strip())
                .distinct()
                .limit(NAMES)
                .toList();
        return "it holds " + lines.size() + " settings, such as " + String.join(", ", names)
                + " (values are not shown)";
    }
}
