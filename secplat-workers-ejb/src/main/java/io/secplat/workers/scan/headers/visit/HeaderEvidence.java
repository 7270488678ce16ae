package io.secplat.workers.scan.headers.visit;

import io.secplat.workers.scan.headers.PublicSuffixes;
import io.secplat.workers.scan.headers.cookies.Cookie;
import io.secplat.workers.scan.headers.cookies.CookieJar;
import io.secplat.workers.scan.headers.observatory.TestResult;
import io.secplat.workers.scan.headers.observatory.Topic;
import io.secplat.workers.scan.headers.seen.HeaderFields;
import io.secplat.workers.scan.headers.seen.PageScript;
import io.secplat.workers.scan.headers.seen.Site;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what a test saw: so much of it and no more, and never a secret. */
final class HeaderEvidence {

    /** Things of one kind that are named. */
    static final int MOST_NAMED = 8;

    /** Characters of one value that are shown. */
    static final int LONGEST_VALUE = 300;

    private static final int LONGEST_NAME = 60;

    private final PublicSuffixes suffixes;

    HeaderEvidence(PublicSuffixes suffixes) {
        this.suffixes = suffixes;
    }

    String of(TestResult result, Site site) {
        return "https://" + site.host() + ": " + result.rating().wire() + " (" + result.modifier() + " points); "
                + seen(result.topic(), site);
    }

    private String seen(Topic topic, Site site) {
        HeaderFields headers = site.reply().headers();
        return switch (topic) {
            case COOKIES ->
                listed(CookieJar.kept(site.cookies(), suffixes).stream().map(HeaderEvidence::cookie));
            case REDIRECTION ->
                listed(site.route().stream().map(step -> (step.secure() ? "https://" : "http://") + step.host()));
            case SUBRESOURCE_INTEGRITY ->
                listed(site.page().scripts().stream().flatMap(script -> script(script).stream()));
            case CROSS_ORIGIN_RESOURCE_SHARING ->
                "a page of " + site.cors().orElseThrow().origin() + " may read answers that carry the user's cookies";
            case CONTENT_SECURITY_POLICY ->
                listed(Stream.concat(headers.lines(topic.wire()).stream(), site.page().policies().stream()));
            case REFERRER_POLICY ->
                listed(Stream.concat(headers.lines(topic.wire()).stream(), site.page().referrer().stream()));
            default -> listed(headers.lines(topic.wire()).stream());
        };
    }

    private static Optional<String> script(PageScript script) {
        return script.source()
                .map(source -> source + (script.integrity().isPresent() ? " (with hash)" : " (without hash)"));
    }

    private static String cookie(Cookie cookie) {
        return shortened(cookie.name(), LONGEST_NAME) + "=***"
                + (cookie.secure() ? "; Secure" : "")
                + (cookie.httpOnly() ? "; HttpOnly" : "")
                + (cookie.namesSameSite() ? "; SameSite=" + cookie.sameSite() : "");
    }

    private static String listed(Stream<String> things) {
        List<String> all = things.map(HeaderEvidence::shown).toList();
        String named =
                all.stream().limit(MOST_NAMED).map(thing -> "[" + thing + "]").collect(Collectors.joining(" "));
        return "seen: " + (all.isEmpty() ? "nothing" : named)
                + (all.size() > MOST_NAMED ? " and " + (all.size() - MOST_NAMED) + " more" : "");
    }

    /** Queries, user names and passwords in addresses, and nonces, are nobody's business. */
    private static String shown(String text) {
        String masked = text.replaceAll("//[^/\\s@]*@", "//***@")
                .replaceAll("\\?[^\\s;,'\"]*", "?***")
                .replaceAll("'nonce-[^'\\s]*", "'nonce-***")
                .replaceAll("\\p{Cntrl}", " ");
        return shortened(masked, LONGEST_VALUE);
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + "…";
    }
}
