package io.secplat.api.posture;

import static io.secplat.api.alerts.Documents.document;
import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.api.posture.PostureList.Scope;
import io.secplat.contracts.model.AssetStatus;
import io.secplat.search.AssetStatuses.Write;
import io.secplat.search.PostureFilter;
import io.secplat.search.memory.InMemoryRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostureCsvTest {

    private static final Instant T = Instant.parse("2026-05-04T07:21:00Z");

    private final InMemoryRecord record = new InMemoryRecord();
    private final FakeInventory inventory = new FakeInventory();

    @Test
    void a_score_of_zero_is_written_and_lines_end_with_crlf() throws IOException {
        monitored("billing-web", AssetStatus.DOWN, "billing", "pay");

        assertThat(csv(Scope.MONITORED))
                .isEqualTo("asset_id,status,last_seen,reason,criticality,name,owner,environment,posture_score\r\n"
                        + "billing-web,red,2026-05-04T07:21:00Z,http_error,high,billing,pay,prod,0\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK()", "+1", "-1", "@SUM(A1)", "\tx", "\rx"})
    void a_cell_that_a_spreadsheet_would_run_is_disarmed(String name) throws IOException {
        monitored("a", AssetStatus.UP, name, "=" + name);

        assertThat(csv(Scope.MONITORED)).contains("'" + name).contains("'=" + name);
    }

    @Test
    void quotes_and_commas_stay_in_their_cell() throws IOException {
        monitored("a", AssetStatus.UP, "=x(\"y\")", "-1,+2");

        assertThat(csv(Scope.MONITORED)).contains(",\"'=x(\"\"y\"\")\",\"'-1,+2\",");
    }

    @Test
    void unmonitored_assets_come_last_where_they_are_wanted_and_have_no_score() throws IOException {
        monitored("zebra", AssetStatus.UP, "zebra", "pay");
        inventory.put(new InventoryEntry("ant", "host", "ant", null, "dev", "low", false, null));

        assertThat(csv(Scope.ALL)).endsWith(",100\r\nant,unmonitored,,not_monitored,low,ant,,dev,\r\n");
    }

    private void monitored(String key, AssetStatus status, String name, String owner) {
        record.statuses().write(List.of(new Write(document(key, status, false, T), null)));
        inventory.put(new InventoryEntry(key, "app", name, owner, "prod", "high", false, 60));
    }

    private String csv(Scope scope) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PostureCsv.write(new PostureList(record.statuses(), inventory).walk(PostureFilter.ALL, scope), out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
