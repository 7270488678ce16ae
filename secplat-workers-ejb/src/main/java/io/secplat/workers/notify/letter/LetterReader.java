package io.secplat.workers.notify.letter;

import io.secplat.contracts.event.DownAssetsNotification;
import io.secplat.contracts.event.Envelope;
import io.secplat.contracts.event.EventFields;
import io.secplat.contracts.event.FieldNames;
import io.secplat.contracts.event.Notification;
import io.secplat.stream.Message;
import io.secplat.workers.notify.pipeline.NotifyReasons;
import java.time.Clock;
import java.util.List;

/** Reads an entry of the notify stream, hand-made ones included. */
public final class LetterReader {

    /** The letter, or why there is none. */
    public sealed interface Reading {

        record Opened(Letter letter) implements Reading {}

        record Closed(String reason) implements Reading {}
    }

    private static final class UnreadableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnreadableException(String reason) {
            super(reason);
        }
    }

    private final Clock clock;

    public LetterReader(Clock clock) {
        this.clock = clock;
    }

    public Reading read(Message message) {
        try {
            EventFields fields = message.reader();
            Notice notice = notice(fields);
            Envelope envelope = message.envelope(clock.instant());
            return new Reading.Opened(new Letter(
                    message.eventId(),
                    message.id(),
                    envelope.requestId(),
                    message.attempts(),
                    notice,
                    fields.texts("channels"),
                    fields.text(FieldNames.ROUTE).orElse(null),
                    envelope.ts()));
        } catch (UnreadableException e) {
            return new Reading.Closed(String.valueOf(e.getMessage()));
        }
    }

    private static Notice notice(EventFields fields) {
        String type = fields.text("type").orElse("missing");
        return switch (type) {
            case DownAssetsNotification.TYPE -> outage(fields.texts("down_assets"));
            case Notification.TYPE -> told(fields);
            default -> throw new UnreadableException(NotifyReasons.UNKNOWN_TYPE + type);
        };
    }

    private static Notice outage(List<String> assets) {
        List<String> named = assets.stream().filter(asset -> !asset.isBlank()).toList();
        if (named.isEmpty()) {
            throw new UnreadableException(NotifyReasons.EMPTY_DOWN_ASSETS);
        }
        return new Notice.Outage(named);
    }

    private static Notice told(EventFields fields) {
        try {
            return new Notice.Told(Notification.from(fields));
        } catch (IllegalArgumentException e) {
            throw new UnreadableException(NotifyReasons.INVALID_NOTIFICATION);
        }
    }
}
