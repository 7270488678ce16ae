package io.secplat.workers.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import io.secplat.contracts.event.DeliveryRecorded;
import io.secplat.contracts.event.Notification;
import io.secplat.contracts.model.Severity;
import io.secplat.stream.RunningWorker;
import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.channel.Delivery;
import io.secplat.workers.notify.channel.FakeChannel;
import io.secplat.workers.notify.route.PlanReader;
import io.secplat.workers.notify.route.RoutePlan;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The route that chose a channel is in the record, whatever copies and tries lie between. */
@SuppressWarnings("try")
class NotifierRouteTest extends NotifierBench {

    private static final RoutePlan PLAN = PlanReader.read(
            """
            {"routes": [{"name": "office", "match": {"assets": ["a"]}, "channels": ["slack"], "continue": true},
                        {"name": "on call", "match": {"assets": ["a"]}, "channels": ["whatsapp"]},
                        {"name": "rest", "channels": ["slack"]}]}
            """);
    private static final RoutePlan QUIET = PlanReader.read(
            """
            {"routes": [{"name": "office", "channels": ["slack"]}],
             "quiet": [{"name": "always", "below": "critical",
                        "during": {"zone": "UTC", "days": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]}}]}
            """);

    private final FakeChannel chat = new FakeChannel(ChannelName.SLACK);
    private final FakeChannel phone = new FakeChannel(ChannelName.WHATSAPP);

    @Test
    void copies_know_which_route_chose_their_channel_and_retries_keep_it() {
        plan = PLAN;
        AtomicInteger tries = new AtomicInteger();
        phone.does(parcel ->
                tries.incrementAndGet() < 3 ? Optional.of(new Delivery.TryAgain(Optional.empty())) : Optional.empty());
        tell("asset.down", "a", Severity.HIGH);
        try (RunningWorker running = run(chat, phone)) {
            await().until(() -> deliveries().size() == 2);
        }
        assertThat(deliveries())
                .extracting(DeliveryRecorded::channel, DeliveryRecorded::route, DeliveryRecorded::attempts)
                .containsExactlyInAnyOrder(tuple("slack", "office", 1), tuple("whatsapp", "on call", 3));
    }

    @Test
    void a_letter_that_one_channel_alone_hears_of_keeps_its_route_to_the_end() {
        plan = PLAN;
        chat.does(parcel -> Optional.of(new Delivery.TryAgain(Optional.empty())));
        tell("asset.down", "b", Severity.HIGH);
        try (RunningWorker running = run(chat)) {
            await().until(() -> deliveries().size() == 1);
        }
        assertThat(deliveries())
                .extracting(DeliveryRecorded::sent, DeliveryRecorded::route)
                .containsExactly(tuple(false, "rest"));
        assertThat(deadLetter().fields()).containsEntry("route", "rest");
    }

    @Test
    void who_is_left_in_peace_was_chosen_by_a_route_as_well() {
        plan = QUIET;
        tell("asset.down", "a", Severity.HIGH);
        try (RunningWorker running = run(chat, phone)) {
            await().until(() -> deliveries().size() == 2);
        }
        assertThat(deliveries())
                .extracting(DeliveryRecorded::channel, DeliveryRecorded::reason, DeliveryRecorded::route)
                .containsExactly(tuple("slack", "quiet_hours", "office"), tuple("whatsapp", "no_match", null));
    }

    @Test
    void without_a_plan_and_when_the_message_names_its_channels_there_is_no_route() {
        tell("asset.down", "a", Severity.HIGH);
        try (RunningWorker running = run(chat, phone)) {
            await().until(() -> deliveries().size() == 2);
            plan = PLAN;
            publish(
                    "asked",
                    new Notification(
                            "test",
                            "test:1",
                            "t",
                            "",
                            Severity.INFO,
                            List.of(),
                            null,
                            null,
                            List.of("slack", "whatsapp"),
                            null));
            await().until(() -> deliveries().size() == 4);
        }
        assertThat(deliveries()).extracting(DeliveryRecorded::route).containsOnlyNulls();
    }
}
