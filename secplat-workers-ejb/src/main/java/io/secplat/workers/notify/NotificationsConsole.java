package io.secplat.workers.notify;

import io.secplat.contracts.event.Envelope;
import io.secplat.contracts.event.Notification;
import io.secplat.contracts.event.StreamName;
import io.secplat.contracts.model.Severity;
import io.secplat.runtime.IdSource;
import io.secplat.runtime.admin.CurrentOperator;
import io.secplat.stream.Courier;
import io.secplat.stream.EventPublisher.Outgoing;
import java.time.Clock;
import java.util.List;

/** Sends test messages the way that all messages go: through the stream, to whichever notifier tells. */
record NotificationsConsole(List<String> channels, Courier courier, IdSource ids, Clock clock)
        implements NotificationsMXBean {

    @Override
    public List<String> getChannels() {
        return channels;
    }

    @Override
    public String sendTestNotification(String channel) {
        if (!channel.equals("all") && !channels.contains(channel)) {
            throw new IllegalArgumentException("there is no channel " + channel + "; there are " + channels);
        }
        String key = "test:" + ids.next();
        Notification notice = new Notification(
                "test",
                key,
                "Test message",
                "Sent by the operator " + CurrentOperator.name() + " to see whether messages arrive.",
                Severity.INFO,
                List.of(),
                null,
                null,
                channel.equals("all") ? List.of() : List.of(channel),
                null);
        Envelope envelope = Envelope.of(
                ids.next().toString(), notice, clock.instant(), ids.next().toString());
        courier.publisher().publish(List.of(new Outgoing(StreamName.NOTIFY, envelope)));
        return "Sent as " + key + ".";
    }
}
