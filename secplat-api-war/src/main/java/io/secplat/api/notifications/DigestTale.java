package io.secplat.api.notifications;

import io.secplat.contracts.event.Notification;
import io.secplat.contracts.model.Severity;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** Words for what was muted. */
public final class DigestTale {

    private static final String KIND = "digest.muted";
    private static final int MOST_LINES = 20;

    private final DateTimeFormatter time;

    public DigestTale(ZoneId zone) {
        this.time = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm z").withZone(zone);
    }

    /** One message about at least one of them, the most frequent first. */
    Notification of(List<Muted> muted, Instant from, Instant until) {
        long count = muted.stream().mapToLong(Muted::count).sum();
        String lines = muted.stream().limit(MOST_LINES).map(DigestTale::line).collect(Collectors.joining("\n"));
        int more = muted.size() - MOST_LINES;
        return new Notification(
                KIND,
                KIND + ":" + until,
                count + (count == 1 ? " message was" : " messages were") + " muted",
                "From " + time.format(from) + " to " + time.format(until) + ":\n" + lines
                        + (more > 0 ? "\nand " + more + " more kinds" : ""),
                Severity.INFO,
                List.of(),
                null,
                null,
                List.of(),
                null);
    }

    private static String line(Muted muted) {
        return muted.channel() + ": " + muted.count() + " of " + muted.kind() + ", " + reason(muted.reason())
                + (muted.assets().isEmpty() ? "" : " (" + String.join(", ", muted.assets()) + ")");
    }

    private static String reason(String code) {
        return switch (code) {
            case "quiet_hours" -> "in quiet hours";
            case "muted" -> "since the outage was muted";
            default -> code;
        };
    }
}
