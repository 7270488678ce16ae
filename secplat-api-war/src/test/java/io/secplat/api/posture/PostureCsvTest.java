package io.secplat.api.posture;

import static io.secplat.api.alerts.Documents.document;
import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.contracts.model.AssetStatus;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostureCsvTest {

    private static final Instant T = Instant.parse("2026-05-04T07:21:00Z");

    @Test
    void a_score_of_zero_is_written_and_lines_end_with_crlf() {
        AssetState state = AssetState.of(document("billing-web", AssetStatus.DOWN, false, T), entry("billing", "pay"));

        assertThat(PostureCsv.of(List.of(state)))
                .isEqualTo("asset_id,status,last_seen,reason,criticality,name,owner,environment,posture_score\r\n"
                        + "billing-web,red,2026-05-04T07:21:00Z,http_error,high,billing,pay,prod,0\r\n");
    }

    @Test
    void a_cell_that_a_spreadsheet_would_run_is_disarmed() {
        AssetState state = AssetState.of(document("a", AssetStatus.UP, false, T), entry("=HYPERLINK(\"x\")", "-1,+2"));

        assertThat(PostureCsv.of(List.of(state))).contains(",\"'=HYPERLINK(\"\"x\"\")\",\"'-1,+2\",");
    }

    private static InventoryEntry entry(String name, String owner) {
        return new InventoryEntry("a", "app", name, owner, "prod", "high", false, 60);
    }
}
