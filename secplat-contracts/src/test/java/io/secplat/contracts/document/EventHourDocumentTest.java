package io.secplat.contracts.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.contracts.document.EventHourDocument.Checks;
import io.secplat.contracts.model.AssetKey;
import jakarta.json.Json;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventHourDocumentTest {

    private static final AssetKey BILLING = new AssetKey("billing-web");

    @Test
    void writes_the_example_of_the_contract() {
        EventHourDocument hour = new EventHourDocument(
                Instant.parse("2026-05-04T07:00:00Z"),
                61,
                Instant.parse("2026-05-04T08:02:11Z"),
                List.of(new Checks(BILLING, 60, 58, 60, 5_070)));

        assertThat(hour.id()).isEqualTo("2026-05-04T07:00:00Z");
        assertThat(hour.toJson())
                .isEqualTo(Json.createReader(
                                new StringReader(
                                        """
                        {"@timestamp":"2026-05-04T07:00:00Z","events":61,"counted_at":"2026-05-04T08:02:11Z",
                         "assets":[{"asset":"billing-web","checks":60,"successes":58,"timed":60,"latency_sum_ms":5070}]}"""))
                        .readObject());
    }

    @Test
    void counts_of_one_asset_add_up() {
        assertThat(new Checks(BILLING, 60, 58, 60, 5_070).and(new Checks(BILLING, 2, 1, 0, 0)))
                .isEqualTo(new Checks(BILLING, 62, 59, 60, 5_070));
    }
}
