package io.secplat.bench.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A plan names each of the notifier's channels once. */
class NoticePlanTest {

    private static NoticePlan plan(Service... services) {
        return new NoticePlan(100, 2, 6, Duration.ofMillis(600), false, List.of(services), NoticePlan.Outage.NONE);
    }

    @Test
    void a_webhook_stands_beside_all_but_slack() {
        assertThat(plan(Service.WEBHOOK, Service.JIRA, Service.SMS).services()).hasSize(3);

        assertThatThrownBy(() -> plan(Service.SLACK, Service.WEBHOOK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("choose one");
    }

    @Test
    void services_are_found_by_name() {
        assertThat(Service.of("webhook")).contains(Service.WEBHOOK);
        assertThat(Service.WEBHOOK.channel()).isEqualTo("slack");
        assertThat(Service.JIRA.channel()).isEqualTo("jira");
    }
}
