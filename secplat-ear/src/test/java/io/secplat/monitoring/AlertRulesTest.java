package io.secplat.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.secplat.monitoring.AlertRules.Rule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each alert is tested, listed and has a runbook. */
class AlertRulesTest {

    private static final Pattern ALERT = Pattern.compile("- alert: (\\S+)");
    private static final Pattern TITLE = Pattern.compile("title: (\\S+)");
    private static final Pattern CONTACT = Pattern.compile("(?m)^    name: (.+)$");
    private static final Pattern RECEIVER = Pattern.compile("receiver: (.+)");
    private static final Pattern HEADING = Pattern.compile("(?m)^### (\\S+)$");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| \\[`(SecPlat\\w+)`\\]\\(RUNBOOKS\\.md#(\\w+)\\) \\| (\\w+) \\|");

    @Test
    void every_rule_is_complete() throws IOException {
        assertThat(AlertRules.read())
                .isNotEmpty()
                .extracting(Rule::name)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(found(ALERT, text(folder("prometheus/rules"))));
        assertThat(AlertRules.read())
                .allMatch(rule -> Set.of("warning", "critical").contains(rule.severity()));
    }

    @Test
    void grafana_has_the_same_rules() throws IOException {
        assertThat(found(TITLE, text(folder("provisioning/alerting")))).hasSameSizeAs(AlertRules.ofGrafana());
        assertThat(AlertRules.ofGrafana()).containsExactlyInAnyOrderElementsOf(AlertRules.read());
    }

    @Test
    void each_alert_has_a_runbook() throws IOException {
        List<String> headings = found(HEADING, Files.readString(Path.of("../docs/RUNBOOKS.md")));

        assertThat(headings)
                .containsExactlyInAnyOrderElementsOf(
                        AlertRules.read().stream().map(Rule::name).toList());
        assertThat(AlertRules.read()).allMatch(rule -> rule.runbook()
                .equals("docs/RUNBOOKS.md#" + rule.name().toLowerCase(Locale.ROOT)));
    }

    @Test
    void each_alert_is_listed_with_its_severity() throws IOException {
        Set<String> listed = ROW.matcher(Files.readString(Path.of("../docs/MONITORING.md")))
                .results()
                .map(row -> row.group(1) + " " + row.group(2) + " " + row.group(3))
                .collect(Collectors.toSet());

        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(AlertRules.read().stream()
                        .map(rule -> rule.name() + " " + rule.name().toLowerCase(Locale.ROOT) + " " + rule.severity())
                        .toList());
    }

    @Test
    void each_policy_tells_a_contact_point_that_is_there_and_that_is_the_inbox_unless_somebody_says_otherwise()
            throws IOException {
        Path alerting = Dashboards.FOLDER.resolve("provisioning/alerting");
        String contacts = Files.readString(alerting.resolve("contact-points.yaml"));
        String policies = Files.readString(alerting.resolve("policies.yaml"));

        assertThat(found(CONTACT, contacts)).containsExactlyElementsOf(Set.copyOf(found(RECEIVER, policies)));
        assertThat(contacts).contains("url: ${SECPLAT_ALERT_WEBHOOK}\n");
        assertThat(Files.readString(Path.of("../docker/compose.yaml")))
                .contains("SECPLAT_ALERT_WEBHOOK: ${SECPLAT_ALERT_WEBHOOK:-http://inbox:9025/alerts}\n");
    }

    @Test
    void each_alert_is_tested() throws IOException {
        String tests = text(folder("prometheus/tests"));

        assertThat(AlertRules.read())
                .allMatch(rule -> tests.contains("alertname: " + rule.name() + "\n        exp_alerts"));
    }

    @Test
    void promtool_finds_the_configuration_right() throws IOException, InterruptedException {
        assumeThat(PrometheusServer.isInstalled())
                .as("Debian's package prometheus is installed")
                .isTrue();

        promtool(List.of("check", "config", "prometheus.yml"));
    }

    @Test
    void promtool_finds_the_rules_do_what_their_tests_say() throws IOException, InterruptedException {
        assumeThat(PrometheusServer.isInstalled())
                .as("Debian's package prometheus is installed")
                .isTrue();
        List<String> words = new ArrayList<>(List.of("test", "rules"));
        folder("prometheus/tests").forEach(file -> words.add(file.toString()));

        promtool(words);
    }

    private static void promtool(List<String> words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("promtool"));
        command.addAll(words);
        Process process = new ProcessBuilder(command)
                .directory(Dashboards.FOLDER.resolve("prometheus").toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }

    private static List<Path> folder(String name) throws IOException {
        try (Stream<Path> files = Files.list(Dashboards.FOLDER.resolve(name))) {
            return files.sorted().toList();
        }
    }

    private static String text(List<Path> files) throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path file : files) {
            all.append(Files.readString(file));
        }
        return all.toString();
    }
}
