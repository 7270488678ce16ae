package io.secplat.guard;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a target answered to a GET.
 *
 * @param url who answered; another than asked after a redirect
 * @param headers values by lower-case name
 * @param bodyText the body as UTF-8, cut off at the limit
 * @param tls what the handshake showed; empty for http
 */
public record HttpAnswer(
        TargetUrl url, int status, Map<String, List<String>> headers, String bodyText, Optional<TlsPeer> tls) {

    static HttpAnswer of(TargetUrl url, HttpHead head, byte[] body, Optional<TlsPeer> tls) {
        return new HttpAnswer(url, head.status(), head.headers(), new String(body, StandardCharsets.UTF_8), tls);
    }

    /** The first value of a header, by name without regard to case. */
    public Optional<String> header(String name) {
        return HttpHead.first(headers, name);
    }

    /** Where a redirect leads; empty when the answer is none or its Location is unreadable. */
    public Optional<TargetUrl> redirect() {
        if (status / 100 != 3 || status == 304) {
            return Optional.empty();
        }
        return header("location").flatMap(location -> {
            try {
                return Optional.of(url.resolve(location));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        });
    }
}
