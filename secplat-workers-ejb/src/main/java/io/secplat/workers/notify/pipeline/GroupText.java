package io.secplat.workers.notify.pipeline;

import io.secplat.contracts.event.Notification;
import io.secplat.workers.notify.letter.Letter;
import io.secplat.workers.notify.letter.Notice;
import java.util.List;
import java.util.Optional;

/**
 * What one message said in place of several; without a link.
 *
 * @param eventId the event id of the message that told them together
 */
public record GroupText(String eventId, String title, String body) {

    /** What a letter that stands for others says. */
    public static Optional<GroupText> of(Letter speaker) {
        return speaker.notice().told().map(told -> new GroupText(speaker.eventId(), told.title(), told.body()));
    }

    /** A member's notice with the words of the letter that stood for it. */
    public Notice over(Notice member) {
        return member.told().<Notice>map(told -> new Notice.Told(over(told))).orElse(member);
    }

    private Notification over(Notification member) {
        return new Notification(
                member.kind(),
                member.dedupeKey(),
                title,
                body,
                member.severity(),
                member.assetKeys(),
                null,
                null,
                List.of(),
                null);
    }
}
