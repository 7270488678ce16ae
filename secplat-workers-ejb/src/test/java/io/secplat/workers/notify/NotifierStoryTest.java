package io.secplat.workers.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import io.secplat.contracts.event.DeliveryRecorded;
import io.secplat.contracts.event.DeliveryStatus;
import io.secplat.contracts.event.Notification;
import io.secplat.contracts.model.Severity;
import io.secplat.stream.RunningWorker;
import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.channel.Delivery;
import io.secplat.workers.notify.channel.FakeChannel;
import io.secplat.workers.notify.channel.Parcel;
import io.secplat.workers.notify.pipeline.group.GroupRules;
import io.secplat.workers.notify.route.PlanSource;
import io.secplat.workers.notify.route.RoutePlan;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is told of one asset from its outage to its end belongs together, on the channels that were told of its beginning. */
@SuppressWarnings("try")
class NotifierStoryTest extends NotifierBench {

    private static final RoutePlan BY_SEVERITY = plan(
            """
            {"routes": [{"name": "text", "match": {"min_severity": "critical"}, "channels": ["whatsapp"]},
                        {"name": "room", "match": {"min_severity": "high", "escalation": 0}, "channels": ["slack"]},
                        {"name": "second", "match": {"escalation": 1}, "channels": ["sms"]}]}
            """);
    private static final RoutePlan ALWAYS_QUIET = plan(
            """
            {"quiet": [{"name": "always", "below": "critical", "channels": ["slack"],
                        "during": {"zone": "UTC", "days": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]}}]}
            """);

    private final FakeChannel chat = new FakeChannel(ChannelName.SLACK);
    private final FakeChannel phone = new FakeChannel(ChannelName.WHATSAPP);
    private final FakeChannel text = new FakeChannel(ChannelName.SMS);
    private int told;

    private static RoutePlan plan(String json) {
        return new PlanSource(Optional.empty(), Optional.of(json)).load();
    }

    @Test
    void a_recovery_is_told_where_its_outage_was_whatever_its_own_severity_and_nowhere_else() {
        plan = BY_SEVERITY;
        happens("asset.down", "till", Severity.HIGH, 0);
        happens("asset.down", "shop", Severity.CRITICAL, 0);
        happens("asset.recovered", "till", Severity.INFO, 0);
        happens("asset.recovered", "shop", Severity.INFO, 0);
        try (RunningWorker running = run(chat, phone, text)) {
            await().until(() -> deliveries().size() == 12);
        }
        assertThat(chat.titles()).containsExactly("asset.down till", "asset.recovered till");
        assertThat(phone.titles()).containsExactly("asset.down shop", "asset.recovered shop");
        assertThat(text.titles()).isEmpty();
        assertThat(deliveries())
                .filteredOn(delivery -> delivery.status() == DeliveryStatus.SUPPRESSED
                        && delivery.kind().equals("asset.recovered"))
                .extracting(DeliveryRecorded::channel, DeliveryRecorded::title, DeliveryRecorded::reason)
                .containsExactlyInAnyOrder(
                        tuple("slack", "asset.recovered shop", "muted"),
                        tuple("whatsapp", "asset.recovered till", "muted"),
                        tuple("sms", "asset.recovered till", "muted"),
                        tuple("sms", "asset.recovered shop", "muted"));
    }

    @Test
    void who_was_told_at_a_later_step_hears_of_the_end_and_so_does_who_was_told_at_the_first() {
        plan = BY_SEVERITY;
        happens("asset.down", "till", Severity.HIGH, 0);
        happens("asset.down", "till", Severity.HIGH, 1);
        happens("asset.recovered", "till", Severity.INFO, 0);
        try (RunningWorker running = run(chat, phone, text)) {
            await().until(() -> deliveries().size() == 9);
        }
        assertThat(chat.titles()).containsExactly("asset.down till", "asset.recovered till");
        assertThat(text.titles()).containsExactly("asset.down till", "asset.recovered till");
        assertThat(phone.titles()).isEmpty();
    }

    @Test
    void an_outage_that_was_told_before_the_quiet_hours_has_its_end_told_in_them() {
        happens("asset.down", "till", Severity.HIGH, 0);
        try (RunningWorker running = run(chat)) {
            await().until(() -> deliveries().size() == 1);
            plan = ALWAYS_QUIET;
            happens("asset.down", "till", Severity.HIGH, 1);
            happens("asset.recovered", "till", Severity.INFO, 0);
            await().until(() -> deliveries().size() == 3);
        }
        assertThat(chat.titles()).containsExactly("asset.down till", "asset.recovered till");
    }

    @Test
    void a_new_outage_begins_anew_and_its_recovery_answers_it() {
        happens("asset.down", "till", Severity.HIGH, 0);
        happens("asset.recovered", "till", Severity.INFO, 0);
        happens("asset.down", "till", Severity.HIGH, 0);
        happens("asset.recovered", "till", Severity.INFO, 0);
        allAreTold(4);

        assertThat(answers()).containsExactly(none(), first(), none(), Optional.of(reference(2)));
    }

    @Test
    void an_outage_without_an_end_is_followed_by_another_that_begins_anew() {
        happens("asset.down", "till", Severity.HIGH, 0);
        happens("asset.down", "till", Severity.HIGH, 0);
        happens("asset.recovered", "till", Severity.INFO, 0);
        allAreTold(3);

        assertThat(answers()).containsExactly(none(), none(), Optional.of(reference(1)));
    }

    @Test
    void what_is_told_again_or_flaps_is_told_below_the_outage_and_so_is_the_recovery() {
        happens("asset.down", "till", Severity.HIGH, 0);
        happens("asset.down", "till", Severity.HIGH, 1);
        happens("asset.flapping", "till", Severity.MEDIUM, 0);
        happens("asset.recovered", "till", Severity.INFO, 0);
        allAreTold(4);

        assertThat(answers()).containsExactly(none(), first(), first(), first());
    }

    @Test
    void a_finding_that_waits_to_be_told_with_others_does_not_delay_an_outage() {
        groups = new GroupRules(Duration.ofHours(1), Duration.ofHours(1));
        happens("finding.created", "other", Severity.HIGH, 0);
        try (RunningWorker running = run(chat)) {
            await().until(() -> chat.told().size() == 1);
            happens("finding.created", "till", Severity.HIGH, 0);
            happens("asset.down", "till", Severity.CRITICAL, 0);
            await().until(() -> chat.told().size() == 2);
        }
        assertThat(chat.titles()).containsExactly("finding.created other", "asset.down till");
    }

    @Test
    void a_summary_of_flapping_that_waits_for_its_hour_does_not_delay_the_recovery() {
        happens("asset.flapping", "till", Severity.MEDIUM, 0);
        happens("asset.flapping", "till", Severity.MEDIUM, 0);
        happens("asset.recovered", "till", Severity.INFO, 0);
        try (RunningWorker running = run(chat)) {
            await().until(() -> chat.told().size() == 2);
        }
        assertThat(chat.titles()).containsExactly("asset.flapping till", "asset.recovered till");
    }

    @Test
    void a_recipient_that_asks_for_time_at_the_last_try_gets_it() {
        chat.does(parcel -> Optional.of(new Delivery.TryAgain(Optional.of(Duration.ofMinutes(1)))));
        courier.add(
                NOTIFY,
                Map.of("type", "down_assets", "down_assets", "[\"till\"]", "attempts", Integer.toString(RETRIES)));
        try (RunningWorker running = run(chat)) {
            deadLetter();
        }
        assertThat(gate.rest(ChannelName.SLACK, chat.recipient())).isGreaterThan(Duration.ofSeconds(50));
    }

    @Test
    void a_recipient_that_asks_for_years_is_asked_again_after_a_day() {
        chat.does(parcel -> Optional.of(new Delivery.TryAgain(Optional.of(Duration.ofDays(9_999)))));
        happens("asset.down", "till", Severity.HIGH, 0);
        try (RunningWorker running = run(chat)) {
            await().until(() -> !chat.asked().isEmpty());
            await().until(() -> !gate.rest(ChannelName.SLACK, chat.recipient()).isZero());
        }
        assertThat(gate.rest(ChannelName.SLACK, chat.recipient())).isBetween(Duration.ofHours(23), Duration.ofDays(1));
    }

    private void happens(String kind, String asset, Severity severity, int escalation) {
        told++;
        String key = kind + ":" + asset + ":" + told;
        publish(
                key,
                new Notification(
                        kind,
                        key,
                        kind + " " + asset,
                        "",
                        severity,
                        List.of(asset),
                        null,
                        null,
                        List.of(),
                        null,
                        List.of(),
                        List.of(),
                        escalation));
    }

    private void allAreTold(int count) {
        try (RunningWorker running = run(chat)) {
            await().until(() -> deliveries().size() == count);
        }
        assertThat(chat.told()).hasSize(count);
    }

    private List<Optional<JsonObject>> answers() {
        return chat.told().stream().map(Parcel::answers).toList();
    }

    private static Optional<JsonObject> none() {
        return Optional.empty();
    }

    private Optional<JsonObject> first() {
        return Optional.of(reference(0));
    }

    /** What the channel calls the message that it told as that one. */
    private JsonObject reference(int place) {
        return FakeChannel.reference(chat.told().get(place));
    }
}
