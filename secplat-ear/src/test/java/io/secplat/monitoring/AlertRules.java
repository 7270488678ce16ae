package io.secplat.monitoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The alert rules of Prometheus and those of Grafana. */
final class AlertRules {

    /**
     * One rule.
     *
     * @param lasting how long it must hold before it fires, for example {@code 5m}
     */
    record Rule(String name, String expression, String lasting, String severity, String summary, String runbook) {}

    private static final Pattern OF_PROMETHEUS = Pattern.compile(
            "- alert: (?<name>\\S+)\\n\\s+expr: '(?<expr>.*)'\\n\\s+for: (?<for>\\S+)\\n\\s+labels:\\n\\s+severity: (?<severity>\\S+)\\n"
                    + "\\s+annotations:\\n\\s+summary: '(?<summary>.+)'\\n.*\\n\\s+runbook_url: (?<runbook>\\S+)");
    private static final Pattern OF_GRAFANA = Pattern.compile(
            "title: (?<name>\\S+)\\n.*\\n\\s+for: (?<for>\\S+)\\n[\\s\\S]*?severity: (?<severity>\\S+)\\n\\s+annotations:\\n\\s+summary: '(?<summary>.+)'\\n"
                    + ".*\\n\\s+runbook_url: (?<runbook>\\S+)\\n[\\s\\S]*?expr: '(?<expr>.*)'");

    private AlertRules() {}

    /** Those that Prometheus evaluates. */
    static List<Rule> read() throws IOException {
        try (Stream<Path> files = Files.list(Dashboards.FOLDER.resolve("prometheus/rules"))) {
            return files.sorted().flatMap(file -> rules(OF_PROMETHEUS, file)).toList();
        }
    }

    /** Those that Grafana evaluates, so that its contact point is told. */
    static List<Rule> ofGrafana() {
        return rules(OF_GRAFANA, Dashboards.FOLDER.resolve("provisioning/alerting/rules.yaml"))
                .toList();
    }

    private static Stream<Rule> rules(Pattern form, Path file) {
        Matcher matcher = form.matcher(text(file));
        return matcher.results().toList().stream().map(found -> rule(form, found.group()));
    }

    private static Rule rule(Pattern form, String text) {
        Matcher rule = form.matcher(text);
        if (!rule.matches()) {
            throw new IllegalArgumentException("no rule: " + text);
        }
        return new Rule(
                rule.group("name"),
                rule.group("expr"),
                rule.group("for"),
                rule.group("severity"),
                rule.group("summary"),
                rule.group("runbook"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
