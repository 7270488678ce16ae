package io.secplat.bench.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.contracts.event.EventTypes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The ledger sees what is wrong, and nothing where all is well. */
class NoticeLedgerTest {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final Instant EVENING = NOON.plusSeconds(21_600);

    private final Told down = new Told(1, "asset.down", "asset-000001");
    private final Told up = new Told(2, "asset.recovered", "asset-000001");
    private final Told opened = new Told(3, "incident.created", "", 5);
    private final Told closed = new Told(4, "incident.closed", "", 5);
    private final Diary diary = new Diary(Clock.systemUTC());
    private final List<Post> posts = new ArrayList<>();
    private final List<NoticeRecord> records = new ArrayList<>();

    private NoticeLedger ledger(Told... published) {
        return new NoticeLedger(Service.JIRA, List.of(published), posts, records, diary);
    }

    private void post(String issue, String text) {
        posts.add(new Post(issue, issue, text, "", NOON.plusSeconds(posts.size())));
    }

    private void record(Told told, String eventId, String reference) {
        record(told, eventId, "jira", reference);
    }

    private void record(Told told, String eventId, String channel, String reference) {
        records.add(new NoticeRecord(eventId, EventTypes.NOTIFY_SENT, told.eventId(), channel, reference, EVENING));
    }

    @Test
    void nothing_is_wrong_when_each_message_was_told_once_in_order_and_recorded_once() {
        post("SEC-1", "asset-000001, no. 1");
        post("SEC-1", "asset-000001, no. 2");
        record(down, "r-1", "SEC-1");
        record(down, "r-1", "SEC-1");
        record(down, "r-3", "slack", "1.0");
        record(up, "r-2", "SEC-1");

        NoticeLedger ledger = ledger(down, up);

        assertThat(ledger.lost()).isEmpty();
        assertThat(ledger.doubled()).isEmpty();
        assertThat(ledger.disordered()).isEmpty();
        assertThat(ledger.misrecorded()).isEmpty();
        assertThat(ledger.astray()).isEmpty();
    }

    @Test
    void a_message_that_the_service_never_got_is_lost_whatever_the_record_says() {
        post("SEC-1", "asset-000001, no. 1");
        record(up, "r-1", "SEC-1");

        assertThat(ledger(down, up).lost()).singleElement().asString().contains("jira", "number=2");
    }

    @Test
    void a_message_in_two_posts_was_told_twice() {
        post("SEC-1", "asset-000001, no. 1");
        post("SEC-2", "2 assets are down\n[high] asset-000001, no. 1");
        post("SEC-1", "asset-000001, no. 2");
        post("SEC-1", "asset-000001, no. 2");

        assertThat(ledger(down, up).doubled()).hasSize(2);
    }

    @Test
    void a_webhook_is_recorded_as_slack_and_what_it_was_told_again_is_known_by_its_posts() {
        posts.add(new Post("", "", "asset-000001, no. 1", "", NOON));
        posts.add(new Post("", "", "asset-000001, no. 1", "", NOON.plusSeconds(3)));
        posts.add(new Post("", "", "asset-000001, no. 2", "", NOON.plusSeconds(4)));
        record(down, "r-1", "slack", "");
        record(up, "r-2", "slack", "");

        NoticeLedger ledger = new NoticeLedger(Service.WEBHOOK, List.of(down, up), posts, records, diary);

        assertThat(ledger.several()).containsExactly(posts.subList(0, 2));
        assertThat(ledger.misrecorded()).isEmpty();
        assertThat(ledger.lost()).isEmpty();
        assertThat(ledger.astray()).isEmpty();
    }

    @Test
    void a_recovery_before_its_outage_is_out_of_order_and_so_is_an_incident_closed_before_it_is_told() {
        post("SEC-1", "asset-000001, no. 2");
        post("SEC-1", "asset-000001, no. 1");
        post("SEC-2", "Incident 5, no. 4");
        post("SEC-2", "Incident 5, no. 3");

        assertThat(ledger(down, up, opened, closed).disordered())
                .hasSize(2)
                .first()
                .asString()
                .contains("number=2", "number=1");
    }

    @Test
    void members_of_a_large_group_are_found_by_their_records_as_many_as_it_says_and_of_its_kind() {
        Told other = new Told(5, "asset.down", "asset-000005");
        post("SEC-1", "11 assets are down\nand 1 more");
        record(down, "r-1", "SEC-1");
        record(other, "r-2", "SEC-1");
        record(up, "r-3", "SEC-1");

        assertThat(ledger(down, other, up).lost()).hasSize(2).noneMatch(lost -> lost.contains("number=1"));
    }

    @Test
    void a_group_that_names_its_assets_stands_for_no_other() {
        posts.add(new Post("1.0", "1.0", "11 assets are down\nand 1 more", "asset-000007", NOON));
        record(down, "r-1", "1.0");

        assertThat(ledger(down).lost()).hasSize(1);
    }

    @Test
    void a_record_leads_to_no_group_that_came_after_it() {
        records.add(new NoticeRecord("r-1", EventTypes.NOTIFY_SENT, down.eventId(), "jira", "SEC-1", NOON));
        posts.add(new Post("SEC-1", "SEC-1", "11 assets are down\nand 1 more", "", EVENING));

        assertThat(ledger(down).lost()).hasSize(1);
    }

    @Test
    void a_message_named_by_one_group_and_recorded_with_another_was_told_twice() {
        post("SEC-1", "2 assets are down\n[high] asset-000001, no. 1");
        post("SEC-2", "11 assets are down\nand 1 more");
        record(down, "r-1", "SEC-2");

        assertThat(ledger(down).doubled()).hasSize(1);
    }

    @Test
    void an_incident_is_told_in_one_place_and_that_is_closed_with_it() {
        post("SEC-1", "Incident 5, no. 3");
        post("SEC-1", "Incident 5, no. 4");

        assertThat(ledger(opened, closed).leftOpen(Set.of("SEC-1")::contains)).isEmpty();
        assertThat(ledger(opened, closed).leftOpen(Set.of()::contains)).hasSize(1);
        assertThat(ledger(opened, closed).astray()).isEmpty();

        post("SEC-2", "Incident 5, no. 4");
        assertThat(ledger(opened, closed).astray()).singleElement().asString().contains("incident 5");
    }

    @Test
    void a_message_has_one_record_and_a_failure_is_none() {
        record(down, "r-1", "");
        record(down, "r-2", "");
        records.add(new NoticeRecord("r-3", EventTypes.NOTIFY_FAILED, up.eventId(), "jira", "", NOON));

        assertThat(ledger(down, up).misrecorded()).hasSize(3);
    }

    @Test
    void a_call_may_be_on_its_way_when_another_is_limited_but_none_may_follow_before_the_time_is_up() {
        Call limited = new Call(NOON, NOON);
        Call under = call(Duration.ofMillis(100));
        Call early = call(Host.RETRY_AFTER.minusMillis(300));
        Call later = call(Host.RETRY_AFTER.plusMillis(1));

        assertThat(ledger().impatient(List.of(limited, under, later))).isEmpty();
        assertThat(ledger().impatient(List.of(limited, under, early, later))).hasSize(1);
    }

    private static Call call(Duration after) {
        return new Call(NOON.plus(after), Instant.EPOCH);
    }
}
