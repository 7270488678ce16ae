package io.secplat.guard;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a target may be spoken to. A name is resolved once; every address it has must be public or in an allowed
 * network, and the addresses of the verdict are the only ones that a connection may use. Metadata services, multicast and
 * the unspecified address are never allowed, in whatever form they are written.
 */
public final class TargetGuard {

    private final AllowedNetworks allowed;
    private final AllowedPorts ports;
    private final NameResolver resolver;

    /** Lets redirects lead to 80, 443 and the asset's own port alone. */
    public TargetGuard(AllowedNetworks allowed, NameResolver resolver) {
        this(allowed, AllowedPorts.WEB, resolver);
    }

    public TargetGuard(AllowedNetworks allowed, AllowedPorts ports, NameResolver resolver) {
        this.allowed = allowed;
        this.ports = ports;
        this.resolver = resolver;
    }

    /** Judges an http or https URL that no asset states, its port included. */
    public Verdict check(String url) {
        try {
            Endpoint endpoint = TargetUrl.parse(url).endpoint();
            return ports.contain(endpoint.port())
                    ? check(endpoint)
                    : refused(Refusal.PORT_NOT_ALLOWED, endpoint.port());
        } catch (IllegalArgumentException e) {
            return refused(Refusal.MALFORMED, e.getMessage());
        }
    }

    /** Whether a redirect may be followed to there: to the same host, on the port that the asset states or an allowed one. */
    public boolean mayFollow(TargetUrl stated, TargetUrl next) {
        int port = next.endpoint().port();
        return next.sameHost(stated) && (port == stated.endpoint().port() || ports.contain(port));
    }

    /**
     * The addresses that may be connected to, each one checked; at least one. TargetRefusedException when the target is not
     * allowed, UnknownHostException when the name does not resolve, InterruptedIOException when nobody waits for it any more.
     */
    public List<InetAddress> admit(Endpoint endpoint) throws IOException {
        Verdict verdict = check(endpoint);
        if (verdict instanceof Verdict.Allowed allowed) {
            return allowed.addresses();
        }
        Verdict.Refused refused = (Verdict.Refused) verdict;
        if (refused.refusal() != Refusal.UNRESOLVED) {
            throw new TargetRefusedException(refused);
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("interrupted while the name was looked up");
        }
        throw new UnknownHostException(endpoint.host().value());
    }

    /** Judges a host; the port is one that its asset states, or that was judged before. */
    public Verdict check(Endpoint endpoint) {
        List<InetAddress> addresses;
        try {
            addresses = addresses(endpoint.host());
        } catch (IOException e) {
            return new Verdict.Refused(Refusal.UNRESOLVED, Refusal.UNRESOLVED.text());
        }
        return addresses.stream()
                .flatMap(address -> refusal(address).stream().map(why -> refused(why, address.getHostAddress())))
                .findFirst()
                .orElseGet(() -> new Verdict.Allowed(endpoint, addresses));
    }

    private List<InetAddress> addresses(Host host) throws IOException {
        Optional<InetAddress> literal = host.literal();
        List<InetAddress> found = literal.isPresent() ? List.of(literal.get()) : resolver.resolve(host.value());
        if (found.isEmpty()) {
            throw new IOException("no address");
        }
        return found;
    }

    private Optional<Refusal> refusal(InetAddress address) {
        return SpecialAddresses.reach(address).filter(why -> !(why.liftable() && allowed.contain(address)));
    }

    private static Verdict refused(Refusal why, @Nullable Object at) {
        return new Verdict.Refused(why, why.text() + " (" + at + ")");
    }
}
