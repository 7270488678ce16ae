package io.secplat.guard;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The IPv4 address inside an IPv6 address that leads to it: mapped, compatible, 6to4, NAT64 and ISATAP forms. */
final class EmbeddedAddress {

    /** Networks and the byte at which the IPv4 address begins. */
    private static final Map<Cidr, Integer> FORMS = Map.of(
            Cidr.parse("::/96"), 12,
            Cidr.parse("64:ff9b::/96"), 12,
            Cidr.parse("2002::/16"), 2);

    private static final List<byte[]> ISATAP =
            List.of(new byte[] {0, 0, 0x5e, (byte) 0xfe}, new byte[] {2, 0, 0x5e, (byte) 0xfe});

    private EmbeddedAddress() {}

    static Optional<InetAddress> in(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length != 16 || address.isLoopbackAddress() || address.isAnyLocalAddress()) {
            return Optional.empty();
        }
        if (ISATAP.stream().anyMatch(mark -> Arrays.equals(mark, Arrays.copyOfRange(bytes, 8, 12)))) {
            return Optional.of(v4(bytes, 12));
        }
        return FORMS.entrySet().stream()
                .filter(form -> form.getKey().contains(address))
                .map(form -> v4(bytes, form.getValue()))
                .findFirst();
    }

    private static InetAddress v4(byte[] bytes, int from) {
        return Cidr.address(Arrays.copyOfRange(bytes, from, from + 4));
    }
}
