package io.secplat.workers.scan.headers.seen;

import java.util.List;
import java.util.Optional;

/**
 * A site as a browser would have seen it; at least one of both replies is there.
 *
 * @param host the name that was asked for, in lower case
 * @param https the reply to {@code https://host/}
 * @param http the reply to {@code http://host/}
 * @param route every address on the way from {@code http://host/} to its reply, that one first
 * @param page the page of {@link #reply}
 * @param cookies all that were set on the way to {@link #reply}
 * @param cors what the reply's address answers to a stranger's page
 */
public record Site(
        String host,
        Optional<Reply> https,
        Optional<Reply> http,
        List<WebAddress> route,
        Page page,
        List<CookieLine> cookies,
        Optional<CorsReply> cors) {

    public Site {
        if (https.isEmpty() && http.isEmpty()) {
            throw new IllegalArgumentException("a site that does not answer cannot be judged");
        }
        route = List.copyOf(route);
        cookies = List.copyOf(cookies);
    }

    /** The reply that is judged: that of HTTPS where there is one. */
    public Reply reply() {
        return https.or(() -> http).orElseThrow();
    }

    /** Whether it is judged over HTTPS. */
    public boolean secure() {
        return https.isPresent();
    }

    /** Whether the reply is a page with markup; the type counts only in this spelling, as the Observatory reads it. */
    public boolean isHtml() {
        return isHtml(reply().headers());
    }

    /** As {@link #isHtml()} for the headers of any answer. */
    public static boolean isHtml(HeaderFields headers) {
        String type = headers.value("content-type").orElse("").split(";", 2)[0];
        return type.equals("text/html") || type.equals("application/xhtml+xml");
    }
}
