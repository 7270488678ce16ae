package io.secplat.api.alerts;

import static io.secplat.api.alerts.Documents.document;
import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.contracts.event.Notification;
import io.secplat.contracts.model.AssetStatus;
import io.secplat.contracts.model.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TaleTest {

    private static final Instant T = Instant.parse("2026-05-04T07:21:00Z");
    private final Tale tale = new Tale(Optional.of("https://secplat.example.org/"));

    @Test
    void one_outage_is_told_as_the_contract_shows_it() {
        Notification told = tale.of(Telling.DOWN, List.of(document("billing-web", AssetStatus.DOWN, false, T)));

        assertThat(told.kind()).isEqualTo("asset.down");
        assertThat(told.dedupeKey()).isEqualTo("asset.down:billing-web:2026-05-04T07:21:00Z");
        assertThat(told.title()).isEqualTo("billing-web is down");
        assertThat(told.body()).isEqualTo("HTTP 503 since 07:21 UTC, last good 07:19 UTC.");
        assertThat(told.severity()).isEqualTo(Severity.HIGH);
        assertThat(told.assetKeys()).containsExactly("billing-web");
        assertThat(told.link()).isEqualTo("https://secplat.example.org/assets/billing-web");
    }

    @Test
    void several_outages_of_one_pass_share_a_message() {
        Notification told = tale.of(
                Telling.DOWN,
                List.of(document("b", AssetStatus.DOWN, false, T), document("a", AssetStatus.DOWN, false, T)));

        assertThat(told.title()).isEqualTo("2 assets are down: a, b");
        assertThat(told.assetKeys()).containsExactly("a", "b");
        assertThat(told.dedupeKey()).matches("asset\\.down:group:[0-9a-f]{16}");
    }

    @Test
    void without_a_website_there_is_no_link() {
        assertThat(new Tale(Optional.empty())
                        .of(Telling.RECOVERED, List.of(document("a", AssetStatus.UP, false, T)))
                        .link())
                .isNull();
    }
}
