package io.secplat.workers.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import io.secplat.contracts.event.DeliveryRecorded;
import io.secplat.contracts.event.DeliveryStatus;
import io.secplat.contracts.model.Severity;
import io.secplat.stream.Message;
import io.secplat.stream.MessageHandler;
import io.secplat.stream.Outcome;
import io.secplat.stream.RunningWorker;
import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.channel.Delivery;
import io.secplat.workers.notify.channel.FakeChannel;
import io.secplat.workers.notify.pipeline.group.GroupRules;
import io.secplat.workers.notify.route.PlanSource;
import io.secplat.workers.notify.route.RoutePlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
                        tuple("slack", "asset.down", "quiet_hours"), tuple("slack", "asset.recovered", "muted"));
    }

    @Test
    void who_is_kept_silent_is_recorded_once_however_often_the_others_wait() {
        plan = QUIET;
        phone.does(parcel -> Optional.of(new Delivery.Spared(Duration.ofMillis(20))));
        tell("asset.down", "a", Severity.HIGH);
        try (RunningWorker running = run(chat, phone)) {
            await().until(() -> phone.asked().size() > 5);
        }
        assertThat(deliveries()).hasSize(1);
    }

    @Test
    void a_letter_that_quiet_hours_overtook_holds_up_nobody() {
        tell("asset.down", "a", Severity.HIGH);
        Notifier notifier = notifier(List.of(chat));
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
    void a_letter_that_waits_in_a_group_when_quiet_hours_begin_is_not_told_with_it() throws Exception {
        MessageHandler handler = gathering();
        plan = QUIET;

        assertThat(handler.handle(entry(1))).isEqualTo(Outcome.DONE);
        await().until(() -> handler.handle(entry(2)).equals(Outcome.DONE));

        assertThat(chat.told())
                .extracting(parcel -> parcel.notice().assets())
                .containsExactly(List.of("a"), List.of("c"));
        assertThat(deliveries())
                .extracting(DeliveryRecorded::notificationEventId, DeliveryRecorded::reason)
                .containsExactly(
                        tuple("asset.down:a", null), tuple("asset.down:b", "quiet_hours"), tuple("asset.down:c", null));
    }

    @Test
    void a_letter_that_is_told_with_its_group_when_quiet_hours_begin_is_recorded_as_told() throws Exception {
        MessageHandler handler = gathering();
        List<Outcome> meanwhile = new ArrayList<>();
        chat.does(parcel -> {
            plan = QUIET;
            meanwhile.add(outcome(handler, 1));
            return Optional.empty();
        });

        await().until(() -> handler.handle(entry(2)).equals(Outcome.DONE));
        assertThat(meanwhile).singleElement().isInstanceOf(Outcome.Later.class);
        await().until(() -> handler.handle(entry(1)).equals(Outcome.DONE));

        assertThat(chat.told()).extracting(parcel -> parcel.notice().assets()).hasSize(2);
        assertThat(chat.told().get(1).notice().assets()).containsExactlyInAnyOrder("b", "c");
        assertThat(deliveries()).hasSize(3).allMatch(DeliveryRecorded::sent);
    }

    /** One was told at once; a bad one and a worse one wait to be told together. */
    private MessageHandler gathering() throws InterruptedException {
        groups = new GroupRules(Duration.ofMillis(700), Duration.ofSeconds(20));
        tell("asset.down", "a", Severity.HIGH);
        tell("asset.down", "b", Severity.HIGH);
        tell("asset.down", "c", Severity.CRITICAL);
        MessageHandler handler = handler(List.of(chat));
        assertThat(handler.handle(entry(0))).isEqualTo(Outcome.DONE);
        assertThat(handler.handle(entry(1))).isInstanceOf(Outcome.Later.class);
        assertThat(handler.handle(entry(2))).isInstanceOf(Outcome.Later.class);
        return handler;
    }

    private Message entry(int place) {
        return courier.entries(NOTIFY).get(place);
    }

    private Outcome outcome(MessageHandler handler, int place) {
        try {
            return handler.handle(entry(place));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
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
    void a_plan_that_changes_while_a_letter_waits_decides_whom_it_still_goes_to() {
        chat.does(parcel -> Optional.of(new Delivery.Spared(Duration.ofMillis(20))));
        tell("asset.down", "a", Severity.HIGH);
        try (RunningWorker running = run(chat, phone)) {
            await().until(() -> chat.asked().size() > 3 && phone.told().size() == 1);
            plan = NOTHING_TO_CHAT;
            awaitSettled();
        }
        assertThat(chat.told()).isEmpty();
        assertThat(phone.told()).hasSize(1);
        assertThat(deliveries())
                .extracting(DeliveryRecorded::channel, DeliveryRecorded::reason)
                .containsExactlyInAnyOrder(tuple("whatsapp", null), tuple("slack", "no_match"));
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
                .containsExactlyInAnyOrder(tuple("asset.down:a", null), tuple("other", "already_sent"));
    }
}
