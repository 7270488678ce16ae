package io.secplat.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {

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
