package io.secplat.workers.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.secplat.contracts.event.EventTypes;
import io.secplat.contracts.event.Notification;
import io.secplat.contracts.event.NotificationDivided;
import io.secplat.contracts.event.StreamName;
import io.secplat.contracts.model.Severity;
import io.secplat.stream.CourierUnavailableException;
import io.secplat.stream.Message;
import io.secplat.stream.MessageHandler;
import io.secplat.stream.Outcome;
import io.secplat.stream.RunningWorker;
import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.channel.FakeChannel;
import io.secplat.workers.notify.route.PlanReader;
import jakarta.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.Test;

/** To which channels a message goes is told before any of them is. */
@SuppressWarnings("try")
class NotifierDivisionTest extends NotifierBench {

    private final FakeChannel chat = new FakeChannel(ChannelName.SLACK);
    private final FakeChannel phone = new FakeChannel(ChannelName.WHATSAPP);
    private final FakeChannel issues = new FakeChannel(ChannelName.JIRA);

    @Test
    void a_letter_for_several_channels_is_told_to_be_divided_before_any_is_told() {
        tell("asset.down", "a", Severity.HIGH);
        try (RunningWorker running = run(chat, phone)) {
            await().until(() -> deliveries().size() == 2);
        }
        Message first = courier.entries(StreamName.DELIVERY).get(0);
        assertThat(first.fields()).containsEntry("event_type", EventTypes.NOTIFY_DIVIDED);
        assertThat(divisions()).singleElement().satisfies(divided -> {
            assertThat(divided.notificationEventId()).isEqualTo("asset.down:a");
            assertThat(divided.channels()).containsExactly("slack", "whatsapp");
        });
    }

    @Test
    void where_the_stream_is_away_when_that_is_to_be_told_it_is_told_afterwards() throws InterruptedException {
        tell("asset.down", "a", Severity.HIGH);
        MessageHandler handler = handler(List.of(chat, phone));
        Message message = courier.entries(NOTIFY).get(0);
        courier.away(true);
        assertThatThrownBy(() -> handler.handle(message)).isInstanceOf(CourierUnavailableException.class);
        courier.away(false);

        assertThat(handler.handle(message)).isEqualTo(Outcome.DONE);

        assertThat(divisions()).hasSize(1);
        assertThat(chat.told()).hasSize(1);
    }

    @Test
    void a_letter_for_one_channel_is_not_divided() {
        tell("asset.down", "a", Severity.HIGH);
        try (RunningWorker running = run(chat)) {
            await().until(() -> deliveries().size() == 1);
        }
        assertThat(divisions()).isEmpty();
    }

    @Test
    void who_is_kept_silent_has_no_part() {
        plan = PlanReader.read("{\"routes\":[{\"name\":\"r\",\"channels\":[\"slack\"]}]}");
        tell("asset.down", "a", Severity.HIGH);
        try (RunningWorker running = run(chat, phone)) {
            await().until(() -> deliveries().size() == 2);
        }
        assertThat(divisions()).extracting(NotificationDivided::channels).containsExactly(List.of("slack"));
    }

    @Test
    void an_issue_that_is_asked_for_is_a_part() {
        publish(
                "e-1",
                new Notification(
                        "incident.jira",
                        "k",
                        "t",
                        "",
                        Severity.HIGH,
                        List.of(),
                        7,
                        null,
                        List.of("slack"),
                        JsonValue.EMPTY_JSON_OBJECT));
        try (RunningWorker running = run(chat, issues)) {
            await().until(() -> deliveries().size() == 2);
        }
        assertThat(divisions()).extracting(NotificationDivided::channels).containsExactly(List.of("jira", "slack"));
    }

    @Test
    void a_division_that_is_told_again_after_a_crash_has_the_same_id() {
        tell("asset.down", "a", Severity.HIGH);
        RunningWorker first = run(killedAfter(handler(List.of(chat, phone))));
        await().until(() -> !first.isAlive());
        try (RunningWorker second = run(chat, phone)) {
            awaitSettled();
        }
        assertThat(divisions()).hasSize(2);
        assertThat(courier.entries(StreamName.DELIVERY).stream()
                        .filter(message -> EventTypes.NOTIFY_DIVIDED.equals(
                                message.fields().get("event_type")))
                        .map(Message::eventId)
                        .distinct())
                .hasSize(1);
    }

    private static MessageHandler killedAfter(MessageHandler whole) {
        return message -> {
            whole.handle(message);
            throw new InterruptedException("killed before the acknowledgement");
        };
    }
}
