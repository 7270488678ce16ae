package io.secplat.guard;

import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the special-purpose registries of IANA (RFC 6890 and its successors) and the clouds say about addresses. The first
 * network that holds an address decides.
 */
final class SpecialAddresses {

    private static final Map<Cidr, Refusal> TABLE = new LinkedHashMap<>();

    static {
        add(
                Refusal.METADATA,
                "169.254.169.254",
                "169.254.170.2",
                "169.254.170.23",
                "169.254.169.123",
                "169.254.169.253");
        add(Refusal.METADATA, "169.254.0.23", "169.254.42.42", "100.100.100.200", "168.63.129.16", "192.0.0.192");
        add(Refusal.METADATA, "fd00:ec2::/32", "fd20:ce::254", "fd00:42::42", "fd00:c1::a9fe:a9fe", "fe80::a9fe:a9fe");
        add(Refusal.NOT_A_HOST, "0.0.0.0/8", "224.0.0.0/4", "240.0.0.0/4", "::/128", "ff00::/8");
        add(Refusal.LOOPBACK, "127.0.0.0/8", "::1");
        add(Refusal.LINK_LOCAL, "169.254.0.0/16", "fe80::/10");
        add(Refusal.PRIVATE_NETWORK, "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10");
        add(Refusal.PRIVATE_NETWORK, "fc00::/7", "fec0::/10", "64:ff9b:1::/48");
        add(Refusal.SPECIAL_PURPOSE, "192.0.0.0/24", "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24");
        add(Refusal.SPECIAL_PURPOSE, "198.18.0.0/15", "192.88.99.0/24", "192.31.196.0/24", "192.52.193.0/24");
        add(Refusal.SPECIAL_PURPOSE, "192.175.48.0/24", "100::/64", "100:0:0:1::/64", "2001::/23", "2001:db8::/32");
        add(Refusal.SPECIAL_PURPOSE, "3fff::/20", "5f00::/16", "2620:4f:8000::/48");
        add(Refusal.SPECIAL_PURPOSE, "::/96", "::ffff:0:0:0/96", "2002::/16");
    }

    /** All that IANA has given out for single hosts, and the one translation prefix that leads to them. */
    private static final List<Cidr> UNICAST =
            List.of(Cidr.parse("0.0.0.0/0"), Cidr.parse("2000::/3"), Cidr.parse("64:ff9b::/96"));

    private SpecialAddresses() {}

    /** Why nobody may be reached through the address: for what it is itself, or for an address inside it. */
    static Optional<Refusal> reach(InetAddress address) {
        Optional<Refusal> own = of(address);
        if (own.isPresent() && !own.get().liftable()) {
            return own;
        }
        return EmbeddedAddress.maybeIn(address)
                .flatMap(inside -> of(inside).stream())
                .filter(Refusal.METADATA::equals)
                .findFirst()
                .or(() -> EmbeddedAddress.in(address).flatMap(SpecialAddresses::of))
                .or(() -> own);
    }

    /** Why the address is special; empty for a public one. */
    static Optional<Refusal> of(InetAddress address) {
        return TABLE.entrySet().stream()
                .filter(entry -> entry.getKey().contains(address))
                .map(Map.Entry::getValue)
                .findFirst()
                .or(() -> UNICAST.stream().anyMatch(network -> network.contains(address))
                        ? Optional.empty()
                        : Optional.of(Refusal.NOT_A_HOST));
    }

    private static void add(Refusal refusal, String... networks) {
        for (String network : networks) {
            TABLE.put(Cidr.parse(network), refusal);
        }
    }
}
