package io.secplat.workers.notify.twilio;

import io.secplat.contracts.event.Notification;
import io.secplat.workers.notify.letter.Notice;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a notice looks like as a message: a text, and a link below it that is never cut. */
record TwilioText(String text, @Nullable String link) {

    /** Twilio takes no longer body. */
    private static final int LONGEST_WHATSAPP = 1_600;

    static TwilioText of(Notice notice) {
        return notice.told().map(TwilioText::told).orElseGet(() -> outage(notice));
    }

    private static TwilioText outage(Notice notice) {
        String assets = String.join(", ", notice.assets());
        return new TwilioText("SecPlat alert: " + notice.assets().size() + " asset(s) down: " + assets, null);
    }

    private static TwilioText told(Notification notification) {
        String text = Stream.of("SecPlat: " + notification.title(), notification.body())
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
        return new TwilioText(text, notification.link());
    }

    /** At most 1,600 UTF-16 units. */
    String whatsapp() {
        String end = link == null || link.length() >= LONGEST_WHATSAPP ? "" : "\n" + link;
        int room = LONGEST_WHATSAPP - end.length();
        return (text.length() <= room ? text : cut(text, room)) + end;
    }

    String sms(int segments) {
        return SmsSegments.fit(text, link, segments);
    }

    private static String cut(String text, int room) {
        if (room < 2) {
            return "";
        }
        int end = room - 1;
        boolean divides = Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, divides ? end - 1 : end) + "…";
    }
}
