package io.secplat.guard;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/** Networks that may be spoken to although they are not public (setting SECPLAT_ALLOWED_NETWORKS). */
public record AllowedNetworks(List<Cidr> networks) {

    public static final AllowedNetworks NONE = new AllowedNetworks(List.of());

    public AllowedNetworks {
        networks = List.copyOf(networks);
    }

    /** Reads a comma list of networks; IllegalArgumentException names the one at fault. */
    public static AllowedNetworks parse(String setting) {
        return new AllowedNetworks(Arrays.stream(setting.split(",", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(AllowedNetworks::network)
                .toList());
    }

    public boolean contain(InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    private static Cidr network(String text) {
        try {
            return Cidr.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("SECPLAT_ALLOWED_NETWORKS: not a network: \"" + text + "\"", e);
        }
    }
}
