package io.secplat.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {

    @Test
    void what_was_not_measured_is_a_dash_or_null() {
        Line line = new Line("POST /x", Double.NaN, Double.NaN, 10, Double.NaN, null, 0);
        Report report = new Report("./run api", Map.of(), List.of(line));

        assertThat(report.markdown()).contains("| POST /x | 10 | – | – | – | – | – | – | – | 0 |");
        assertThat(report.json().getJsonArray("lines").getJsonObject(0).isNull("ratio"))
                .isTrue();
    }

    @Test
    void people_and_programs_read_the_same() {
        Line line = new Line("GET /x", 1_234.4, 0.5, 10, 617, null, 0);
        Report report = new Report("./run api", Map.of("machine", "two cores"), List.of(line));

        assertThat(report.markdown())
                .contains("`./run api`", "* machine: two cores", "| GET /x | 10 | 1234 | 0.50 | – |");
        assertThat(report.json()
                        .getJsonArray("lines")
                        .getJsonObject(0)
                        .getJsonNumber("ratio")
                        .doubleValue())
                .isEqualTo(0.5);
    }
}
