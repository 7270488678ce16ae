package io.secplat.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The dashboards are complete, and speak of figures that are documented. */
class DashboardsTest {

    private static final Pattern STRING = Pattern.compile("\"[^\"]*\"");
    private static final Pattern FIGURE = Pattern.compile("\\b([a-zA-Z]+_[A-Za-z_]+)\\b(?!\\s*\\()");
    private static final Pattern DOCUMENTED = Pattern.compile("`([A-Za-z]+_[A-Za-z_]+)`");
    private static final Pattern LISTED = Pattern.compile("(?m)^\\| ([A-Z][a-z]+) \\|");

    /** What Prometheus says itself, the parts of a timer, and words that are no figures. */
    private static final Pattern PART = Pattern.compile("(_sum|_count|_max)$");

    private static final Set<String> WORDS = Set.of("__rate_interval");

    @Test
    void each_dashboard_has_a_uid_of_its_own() throws IOException {
        assertThat(Dashboards.all().values().stream().map(board -> board.getString("uid")))
                .hasSizeGreaterThanOrEqualTo(5)
                .doesNotHaveDuplicates()
                .allMatch(uid -> uid.matches("[a-z-]{1,40}"));
    }

    @Test
    void each_dashboard_is_listed() throws IOException {
        Set<String> titles = Dashboards.all().values().stream()
                .map(board -> board.getString("title").replaceFirst("SecPlat (.)", "$1"))
                .map(title -> title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1))
                .collect(Collectors.toCollection(TreeSet::new));
        String page = document("MONITORING.md");
        String section = page.substring(page.indexOf("## Dashboards"), page.indexOf("## Alert rules"));

        assertThat(LISTED.matcher(section).results().map(row -> row.group(1)))
                .containsExactlyInAnyOrderElementsOf(titles);
    }

    @Test
    void each_panel_says_what_it_is_and_in_which_unit() throws IOException {
        for (JsonObject board : Dashboards.all().values()) {
            List<JsonObject> panels = Dashboards.panels(board);
            assertThat(panels.stream().map(panel -> panel.getInt("id"))).doesNotHaveDuplicates();
            assertThat(panels.stream().map(panel -> panel.getString("title"))).doesNotHaveDuplicates();
            assertThat(panels).allSatisfy(panel -> {
                assertThat(panel.getString("description")).isNotBlank();
                assertThat(panel.getJsonObject("fieldConfig")
                                .getJsonObject("defaults")
                                .getString("unit"))
                        .isNotBlank();
                assertThat(panel.getJsonArray("targets")).isNotEmpty();
            });
        }
    }

    @Test
    void each_query_asks_a_data_source_that_is_provisioned() throws IOException {
        Set<String> indices = Dashboards.indices().keySet();
        assertThat(indices).containsExactlyInAnyOrder("secplat-events", "secplat-statuses");

        assertThat(Dashboards.queries()).allSatisfy(query -> {
            if (query.isExpression()) {
                assertThat(query.source()).isEqualTo("secplat-prometheus");
            } else {
                assertThat(indices).contains(query.source());
            }
        });
    }

    @Test
    void each_figure_is_documented() throws IOException {
        Set<String> documented = DOCUMENTED
                .matcher(document("OPERATIONS.md"))
                .results()
                .map(figure -> figure.group(1))
                .collect(Collectors.toSet());
        Set<String> used = new TreeSet<>();
        for (Dashboards.Query query : Dashboards.queries()) {
            if (query.isExpression()) {
                used.addAll(figures(query.target().getString("expr")));
            }
        }
        AlertRules.read().forEach(rule -> used.addAll(figures(rule.expression())));

        assertThat(used).isNotEmpty();
        assertThat(used)
                .allMatch(
                        figure -> documented.contains(figure)
                                || documented.contains(PART.matcher(figure).replaceFirst("")),
                        "is a row of a table in docs/OPERATIONS.md");
    }

    private static Set<String> figures(String expression) {
        return FIGURE.matcher(STRING.matcher(expression).replaceAll(""))
                .results()
                .map(figure -> figure.group(1))
                .filter(figure -> !WORDS.contains(figure))
                .collect(Collectors.toSet());
    }

    private static String document(String name) throws IOException {
        return Files.readString(Path.of("..", "docs", name));
    }
}
