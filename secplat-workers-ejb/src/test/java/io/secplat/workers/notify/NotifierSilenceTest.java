package io.secplat.workers.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.contracts.event.DeliveryRecorded;
import io.secplat.contracts.event.DeliveryStatus;
import io.secplat.contracts.model.Severity;
import io.secplat.stream.RunningWorker;
import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.channel.Delivery;
import io.secplat.workers.notify.channel.FakeChannel;
import io.secplat.workers.notify.route.PlanSource;
import io.secplat.workers.notify.route.RoutePlan;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who is not told, and that everybody can see why. */
@SuppressWarnings("try")
class NotifierSilenceTest extends NotifierBench {

    private static final RoutePlan QUIET = plan(
            """
            {"quiet": [{"name": "always", "below": "critical", "channels": ["slack"],
                        "during": {"zone": "UTC", "days": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]}}]}
            """);
    private static final RoutePlan NOTHING_TO_CHAT =
            plan("""
            {"routes": [{"name": "sms only", "channels": ["whatsapp"]}]}
            """);

    private final FakeChannel chat = new FakeChannel(ChannelName.SLACK);
    private final FakeChannel phone = new FakeChannel(ChannelName.WHATSAPP);

    private static RoutePlan plan(String json) {
        return new PlanSource(Optional.empty(), Optional.of(json)).load();
    }

    @Test
    void quiet_hours_keep_an_outage_and_its_recovery_from_one_channel_alone() {
        plan = QUIET;
        tell("asset.down", "a", Severity.HIGH);
        try (RunningWorker running = run(chat, phone)) {
            await().until(() -> deliveries().size() == 2);
            plan = RoutePlan.DEFAULT;
            tell("asset.recovered", "a", Severity.HIGH);
            await().until(() -> deliveries().size() == 4);
        }
        assertThat(chat.told()).isEmpty();
        assertThat(phone.titles()).containsExactly("asset.down a", "asset.recovered a");
        assertThat(deliveries())
                .filteredOn(delivery -> delivery.status() == DeliveryStatus.SUPPRESSED)
                .extracting(DeliveryRecorded::channel, DeliveryRecorded::kind, DeliveryRecorded::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("slack", "asset.down", "quiet_hours"),
                        org.assertj.core.groups.Tuple.tuple("slack", "asset.recovered", "muted"));
    }

    @Test
    void who_is_kept_silent_is_recorded_once_however_often_the_others_wait() {
        plan = QUIET;
        phone.does(parcel -> Optional.of(new Delivery.Spared(java.time.Duration.ofMillis(20))));
        tell("asset.down", "a", Severity.HIGH);
        try (RunningWorker running = run(chat, phone)) {
            await().until(() -> phone.asked().size() > 5);
        }
        assertThat(courier.entries(io.secplat.contracts.event.StreamName.DELIVERY))
                .hasSize(1);
    }

    @Test
    void a_letter_that_quiet_hours_overtook_holds_up_nobody() {
        tell("asset.down", "a", Severity.HIGH);
        Notifier notifier = notifier(java.util.List.of(chat));
        notifier.handler().arrived(courier.entries(NOTIFY));
        plan = QUIET;
        try (RunningWorker running = run(notifier.handler())) {
            await().until(() -> deliveries().size() == 1);
            plan = RoutePlan.DEFAULT;
            notification("later", "later", "a", "something else about it");
            await().until(() -> chat.told().size() == 1);
        }
    }

    @Test
    void what_is_bad_enough_is_told_in_quiet_hours() {
        plan = QUIET;
        tell("asset.down", "a", Severity.CRITICAL);
        try (RunningWorker running = run(chat)) {
            await().until(() -> chat.told().size() == 1);
        }
    }

    @Test
    void a_recovery_of_which_nothing_is_known_is_told() {
        tell("asset.recovered", "a", Severity.HIGH);
        try (RunningWorker running = run(chat)) {
            await().until(() -> chat.told().size() == 1);
        }
    }

    @Test
    void an_outage_that_was_told_after_a_muted_one_has_its_recovery_told() {
        plan = QUIET;
        tell("asset.down", "a", Severity.HIGH);
        try (RunningWorker running = run(chat)) {
            await().until(() -> deliveries().size() == 1);
            plan = RoutePlan.DEFAULT;
            notification("again", "asset.down:a:again", "a", "asset.down");
            await().until(() -> chat.told().size() == 1);
            tell("asset.recovered", "a", Severity.HIGH);
            await().until(() -> deliveries().size() == 3);
        }
        assertThat(chat.titles()).containsExactly("asset.down", "asset.recovered a");
    }

    @Test
    void who_hears_of_it_by_no_route_is_recorded() {
        plan = NOTHING_TO_CHAT;
        tell("asset.down", "a", Severity.HIGH);
        try (RunningWorker running = run(chat, phone)) {
            await().until(() -> deliveries().size() == 2);
        }
        assertThat(deliveries())
                .filteredOn(delivery -> delivery.channel().equals("slack"))
                .singleElement()
                .satisfies(delivery -> assertThat(delivery.reason()).isEqualTo("no_match"));
    }

    @Test
    void a_key_that_was_told_before_is_recorded_as_such() {
        tell("asset.down", "a", Severity.HIGH);
        notification("other", "asset.down:a", "a", "asset.down");
        try (RunningWorker running = run(chat)) {
            await().until(() -> deliveries().size() == 2);
        }
        assertThat(deliveries())
                .extracting(DeliveryRecorded::notificationEventId, DeliveryRecorded::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("asset.down:a", null),
                        org.assertj.core.groups.Tuple.tuple("other", "already_sent"));
    }
}
