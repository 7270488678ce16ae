package io.secplat.workers.scan.headers.visit;

import io.secplat.guard.HttpAnswer;
import io.secplat.guard.HttpAsk;
import io.secplat.guard.TargetUrl;
import io.secplat.guard.TlsPeer;
import io.secplat.workers.scan.ScanLog;
import io.secplat.workers.scan.ScanTarget;
import io.secplat.workers.scan.Visit;
import io.secplat.workers.scan.Visitor;
import io.secplat.workers.scan.headers.html.PageReader;
import io.secplat.workers.scan.headers.observatory.Observatory;
import io.secplat.workers.scan.headers.seen.CookieLine;
import io.secplat.workers.scan.headers.seen.CorsReply;
import io.secplat.workers.scan.headers.seen.HeaderFields;
import io.secplat.workers.scan.headers.seen.Reply;
import io.secplat.workers.scan.headers.seen.Site;
import io.secplat.workers.scan.headers.seen.WebAddress;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks at a site from outside: its page over https, its way from http, and what it answers to a stranger's page. */
final class SiteVisit {

    /** Bytes of a page that are read. */
    static final int MOST_BODY = 1024 * 1024;

    /** Whose page asks; nobody's, so that no site has a reason to let it in. */
    static final String STRANGER = "https://stranger.example";

    private final Clock clock;
    private final RedirectWalk walk;
    private final ReadingRoom pages = new ReadingRoom(PageReader::read);

    SiteVisit(Visitor visitor, Clock clock) {
        this.clock = clock;
        this.walk = new RedirectWalk(visitor, clock);
    }

    /** The first question. */
    static HttpAsk page(ScanTarget target) {
        return ask(target.url(true)).atMost(MOST_BODY);
    }

    /** The site, after its first answer; empty when its page over https cannot be judged, of which the log tells why. */
    Optional<Site> look(ScanTarget target, Visit first, ScanLog log) throws InterruptedException {
        Journey journey = first instanceof Visit.Answered answered
                ? walk.onward(page(target), answered.answer(), log)
                : walk.from(page(target), log);
        if (journey instanceof Journey.Arrived arrived
                && Observatory.judges(arrived.last().status())) {
            return Optional.of(site(target, arrived, log));
        }
        log.line("Headers are not scored: "
                + (journey instanceof Journey.Lost lost
                        ? lost.reason()
                        : "status " + ((Journey.Arrived) journey).last().status()));
        return Optional.empty();
    }

    private Site site(ScanTarget target, Journey.Arrived secure, ScanLog log) throws InterruptedException {
        Optional<Journey.Arrived> plain = plain(target, log);
        HeaderFields headers = new HeaderFields(secure.last().headers());
        return new Site(
                target.url(true).endpoint().host().value(),
                Optional.of(reply(secure)),
                plain.map(this::reply),
                plain.map(SiteVisit::route).orElse(List.of()),
                pages.read(headers, secure.last().bodyText()),
                secure.steps().stream().flatMap(SiteVisit::cookies).toList(),
                cors(secure.last().url(), log));
    }

    /** A host with a port of its own has no other for http. */
    private Optional<Journey.Arrived> plain(ScanTarget target, ScanLog log) throws InterruptedException {
        return target.port().isEmpty()
                        && walk.from(ask(target.url(false)).atMost(0), log) instanceof Journey.Arrived arrived
                ? Optional.of(arrived)
                : Optional.empty();
    }

    private Optional<CorsReply> cors(TargetUrl url, ScanLog log) throws InterruptedException {
        Journey journey = walk.from(ask(url).atMost(0).preflight(STRANGER), log);
        return journey instanceof Journey.Arrived arrived
                ? Optional.of(
                        new CorsReply(STRANGER, new HeaderFields(arrived.last().headers())))
                : Optional.empty();
    }

    private static HttpAsk ask(TargetUrl url) {
        return Visitor.page(url).following(HttpAsk.Redirects.NONE);
    }

    private Reply reply(Journey.Arrived journey) {
        boolean verified =
                journey.steps().stream().flatMap(step -> step.tls().stream()).allMatch(this::isTrusted);
        return new Reply(new HeaderFields(journey.last().headers()), verified);
    }

    private boolean isTrusted(TlsPeer peer) {
        return peer.distrust().isEmpty() && clock.instant().isBefore(peer.expiresAt());
    }

    private static List<WebAddress> route(Journey.Arrived journey) {
        return Stream.concat(journey.steps().stream().map(HttpAnswer::url), journey.barred().stream())
                .map(url -> new WebAddress(url.secure(), url.endpoint().host().value()))
                .toList();
    }

    private static Stream<CookieLine> cookies(HttpAnswer step) {
        String path = step.url().path().split("\\?", 2)[0];
        return step.headers().getOrDefault("set-cookie", List.of()).stream()
                .map(line -> new CookieLine(step.url().endpoint().host().value(), path, line));
    }
}
