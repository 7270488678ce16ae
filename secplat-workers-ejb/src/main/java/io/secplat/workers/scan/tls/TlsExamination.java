package io.secplat.workers.scan.tls;

import io.secplat.guard.Endpoint;
import io.secplat.guard.Host;
import io.secplat.guard.HttpAnswer;
import io.secplat.guard.TimeLimits;
import io.secplat.workers.scan.ScanLog;
import io.secplat.workers.scan.ScanReport;
import io.secplat.workers.scan.ScanTarget;
import io.secplat.workers.scan.TlsSummary;
import io.secplat.workers.scan.Visit;
import io.secplat.workers.scan.Visitor;
import io.secplat.workers.scan.tls.probe.Line;
import io.secplat.workers.scan.tls.probe.Sight;
import io.secplat.workers.scan.tls.probe.TlsProbe;
import io.secplat.workers.scan.tls.rating.CipherSuite;
import io.secplat.workers.scan.tls.rating.EphemeralKey;
import io.secplat.workers.scan.tls.rating.Offer;
import io.secplat.workers.scan.tls.rating.Rating;
import io.secplat.workers.scan.tls.rating.Reason;
import io.secplat.workers.scan.tls.rating.ServerFacts;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Looks at everything that a TLS server offers, grades it and says in the report what is weak. */
final class TlsExamination {

    /** Of one greeting. */
    static final TimeLimits LIMITS = new TimeLimits(Duration.ofSeconds(5), Duration.ofSeconds(5));

    private final Visitor visitor;
    private final Clock clock;

    TlsExamination(Visitor visitor, Clock clock) {
        this.visitor = visitor;
        this.clock = clock;
    }

    /** A server that a whole handshake showed, with the chain it sent and what came of asking for its page. */
    void examine(ScanTarget target, List<X509Certificate> chain, Visit page, ScanReport.Draft report, ScanLog log)
            throws InterruptedException {
        Optional<HttpAnswer> answer =
                page instanceof Visit.Answered answered ? Optional.of(answered.answer()) : Optional.empty();
        look(target, chain, answer, report, log);
    }

    /** A server that would not shake hands with JSSE, although something answered: it may speak what JSSE does not. */
    void examineUnknown(ScanTarget target, IOException failure, ScanReport.Draft report, ScanLog log)
            throws InterruptedException {
        if (failure instanceof SSLException) {
            look(target, List.of(), Optional.empty(), report, log);
        }
    }

    private void look(
            ScanTarget target,
            List<X509Certificate> chain,
            Optional<HttpAnswer> page,
            ScanReport.Draft report,
            ScanLog log)
            throws InterruptedException {
        Endpoint endpoint = target.url(true).endpoint();
        Sight sight = new TlsProbe(line(endpoint), serverName(endpoint.host()), clock, log).look();
        if (sight.offers().isEmpty()) {
            log.line("TLS grade: none, the server chose nothing");
            return;
        }
        List<SeenChain> seen = chains(chain, sight.chains(), endpoint.host());
        ServerFacts facts = facts(sight, seen, page);
        Rating rating = Rating.of(facts);
        log.line("TLS grade: " + rating.letter() + " after " + sight.connections() + " greetings");
        new TlsFindings(facts, rating, sight.complete(), report).judge();
        report.tls(summary(sight, rating, facts, seen));
    }

    private Line line(Endpoint endpoint) {
        return new Line() {
            @Override
            public <T> T ask(byte[] greeting, Reader<T> reader) throws IOException, InterruptedException {
                return visitor.ask(endpoint, greeting, LIMITS, reader::read);
            }
        };
    }

    private static Optional<String> serverName(Host host) {
        return Optional.of(host.value()).filter(name -> host.literal().isEmpty() && name.indexOf('_') < 0);
    }

    /** The one of the whole handshake first, and no certificate twice. */
    private List<SeenChain> chains(List<X509Certificate> whole, List<List<X509Certificate>> inClear, Host host) {
        Map<X509Certificate, SeenChain> all = new LinkedHashMap<>();
        Stream.concat(Stream.of(whole), inClear.stream())
                .filter(chain -> !chain.isEmpty())
                .forEach(chain -> all.computeIfAbsent(chain.get(0), own -> seen(chain, host)));
        return List.copyOf(all.values());
    }

    private SeenChain seen(List<X509Certificate> chain, Host host) {
        return new SeenChain(chain, visitor.distrust(chain), host, clock.instant());
    }

    private static ServerFacts facts(Sight sight, List<SeenChain> seen, Optional<HttpAnswer> page) {
        return new ServerFacts(
                sight.offers(),
                sight.keys(),
                seen.stream().map(SeenChain::facts).toList(),
                sight.compression(),
                sight.secureRenegotiation(),
                sight.fallbackRefused(),
                page.map(StrictTransport::seconds).orElse(0L));
    }

    private static TlsSummary summary(Sight sight, Rating rating, ServerFacts facts, List<SeenChain> seen) {
        return new TlsSummary(
                rating.letter().toString(),
                rating.security().toString(),
                Math.toIntExact(Math.round(rating.score().total())),
                sight.complete(),
                sight.offers().stream()
                        .map(Offer::version)
                        .map(version -> version.title())
                        .toList(),
                facts.suites().map(CipherSuite::name).toList(),
                sight.keys().stream().map(EphemeralKey::label).toList(),
                sight.ownPreference(),
                seen.stream().findFirst().map(SeenChain::summary),
                rating.reasons().stream().map(Reason::toString).toList());
    }
}
