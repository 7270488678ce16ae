package io.secplat.workers.notify.letter;

/** What a notice is to others about the same subject, which are told in one thread or issue where the channel has such. */
public enum Plot {
    /** It begins: an outage, an incident. What was told of the subject before is another story. */
    BEGINS,
    /** It goes on, or begins where nothing was told: an outage that nobody acknowledged, flapping. */
    JOINS,
    /** It goes on. */
    FOLLOWS,
    /** It is over; what comes next begins anew. */
    ENDS,
    /** It stands for itself. */
    ALONE;

    public static Plot of(Notice notice) {
        return of(notice.kind(), notice.escalation());
    }

    /** @param escalation how often it was told before because nobody acknowledged it */
    public static Plot of(String kind, int escalation) {
        return switch (kind) {
            case "asset.down" -> escalation == 0 ? BEGINS : JOINS;
            case "incident.created" -> BEGINS;
            case "asset.flapping" -> JOINS;
            case "incident.updated", "incident.closed" -> FOLLOWS;
            case "asset.recovered" -> ENDS;
            default -> ALONE;
        };
    }

    public boolean begins() {
        return this == BEGINS;
    }

    public boolean joins() {
        return this == JOINS;
    }

    public boolean ends() {
        return this == ENDS;
    }

    /** Whether it is told where the subject was told of before. */
    public boolean follows() {
        return this == JOINS || this == FOLLOWS || this == ENDS;
    }
}
