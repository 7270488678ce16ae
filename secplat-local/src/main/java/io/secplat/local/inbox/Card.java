package io.secplat.local.inbox;

import static io.secplat.local.http.Html.escaped;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * One message on the page, with all that belongs to it.
 *
 * @param last the id of what was received last about it; later ones come first
 * @param service whose it is
 * @param html safe to show
 */
record Card(long last, String service, String html) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    /** Who said something where and when, in UTC. */
    static String head(String who, String where, Instant at) {
        return "<header><b>" + escaped(who) + "</b> <span>" + escaped(where) + "</span> <time datetime=\"" + at + "\">"
                + TIME.format(at) + "</time></header>";
    }

    String article() {
        return "<article class=\"" + service + "\">" + html + "</article>";
    }
}
