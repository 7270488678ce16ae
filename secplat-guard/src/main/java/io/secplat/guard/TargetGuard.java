package io.secplat.guard;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether a target may be spoken to. A name is resolved once; every address it has must be public or in an allowed
 * network, and the addresses of the verdict are the only ones that a connection may use. Metadata services, multicast and
 * the unspecified address are never allowed.
 */
public final class TargetGuard {

    private final AllowedNetworks allowed;
    private final NameResolver resolver;

    public TargetGuard(AllowedNetworks allowed, NameResolver resolver) {
        this.allowed = allowed;
        this.resolver = resolver;
    }

    /** Judges an http or https URL as a user wrote it. */
    public Verdict check(String url) {
        try {
            return check(TargetUrl.parse(url).endpoint());
        } catch (IllegalArgumentException e) {
            return new Verdict.Refused(Refusal.MALFORMED, Refusal.MALFORMED.text() + " (" + e.getMessage() + ")");
        }
    }

    /** Judges a host and port. */
    public Verdict check(Endpoint endpoint) {
        List<InetAddress> addresses;
        try {
            addresses = addresses(endpoint.host());
        } catch (IOException e) {
            return new Verdict.Refused(Refusal.UNRESOLVED, Refusal.UNRESOLVED.text());
        }
        return addresses.stream()
                .flatMap(address -> refusal(address).stream()
                        .map(why -> new Verdict.Refused(why, why.text() + " (" + address.getHostAddress() + ")")))
                .<Verdict>map(refused -> refused)
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
        Optional<Refusal> own = SpecialAddresses.of(address);
        Optional<Refusal> inside = EmbeddedAddress.in(address).flatMap(SpecialAddresses::of);
        return worst(own, inside).filter(why -> !(why.liftable() && allowed.contain(address)));
    }

    private static Optional<Refusal> worst(Optional<Refusal> own, Optional<Refusal> inside) {
        boolean insideDecides =
                own.isEmpty() || (inside.isPresent() && !inside.get().liftable());
        return insideDecides && inside.isPresent() ? inside : own;
    }
}
