package io.secplat.bench.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.contracts.event.EventTypes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The ledger sees what is wrong, and nothing where all is well. */
class NoticeLedgerTest {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private final Told down = new Told(1, "asset.down", "asset-000001");
    private final Told up = new Told(2, "asset.recovered", "asset-000001");
    private final Diary diary = new Diary(Clock.systemUTC());
    private final List<Post> posts = new ArrayList<>();
    private final List<Map<String, String>> records = new ArrayList<>();

    private NoticeLedger ledger() {
        return new NoticeLedger(List.of(down, up), posts, records, diary);
    }

    private void post(String text) {
        String ts = "1." + posts.size();
        posts.add(new Post(ts, ts, "key", text, "asset-000001", "{}", NOON.plusSeconds(posts.size())));
    }

    private void record(Told told, String eventId, String reference) {
        records.add(Map.of(
                "event_id",
                eventId,
                "event_type",
                EventTypes.NOTIFY_SENT,
                "notification_event_id",
                told.eventId(),
                "external_ref",
                reference));
    }

    @Test
    void nothing_is_wrong_when_each_message_was_told_once_in_order_and_recorded_once() {
        post("asset-000001, no. 1");
        post("asset-000001, no. 2");
        record(down, "r-1", "");
        record(down, "r-1", "");
        record(up, "r-2", "");

        NoticeLedger ledger = ledger();

        assertThat(ledger.lost()).isEmpty();
        assertThat(ledger.doubled()).isEmpty();
        assertThat(ledger.disordered()).isEmpty();
        assertThat(ledger.misrecorded()).isEmpty();
    }

    @Test
    void a_message_that_slack_never_got_is_lost() {
        post("asset-000001, no. 1");

        assertThat(ledger().lost()).singleElement().asString().contains("number=2");
    }

    @Test
    void a_message_in_two_posts_was_told_twice() {
        post("asset-000001, no. 1");
        post("2 assets are down\n[high] asset-000001, no. 1");

        assertThat(ledger().doubled()).singleElement().asString().contains("number=1");
    }

    @Test
    void a_recovery_before_its_outage_is_out_of_order() {
        post("asset-000001, no. 2");
        post("asset-000001, no. 1");

        assertThat(ledger().disordered()).singleElement().asString().contains("number=2", "number=1");
    }

    @Test
    void a_member_of_a_large_group_is_found_by_its_record() {
        post("12 assets are down");
        record(down, "r-1", "{\"ts\":\"1.0\"}");

        assertThat(ledger().lost()).singleElement().asString().contains("number=2");
    }

    @Test
    void a_message_has_one_record_and_a_failure_is_none() {
        record(down, "r-1", "");
        record(down, "r-2", "");
        records.add(Map.of("event_id", "r-3", "event_type", EventTypes.NOTIFY_FAILED));

        assertThat(ledger().misrecorded()).hasSize(3);
    }

    @Test
    void a_call_may_be_on_its_way_when_another_is_limited_but_none_may_follow_before_the_time_is_up() {
        SlackStandIn.Call limited = new SlackStandIn.Call(NOON, NOON);
        SlackStandIn.Call under = call(Duration.ofMillis(100));
        SlackStandIn.Call early = call(Duration.ofMillis(700));
        SlackStandIn.Call later = call(Duration.ofMillis(1_001));

        assertThat(ledger().impatient(List.of(limited, under, later))).isEmpty();
        assertThat(ledger().impatient(List.of(limited, under, early, later))).hasSize(1);
    }

    private static SlackStandIn.Call call(Duration after) {
        return new SlackStandIn.Call(NOON.plus(after), Instant.EPOCH);
    }
}
