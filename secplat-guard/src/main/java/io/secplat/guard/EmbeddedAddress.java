package io.secplat.guard;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The IPv4 addresses inside an IPv6 address that may lead to them. */
final class EmbeddedAddress {

    /**
     * Networks and the byte at which the IPv4 address begins: IPv4-compatible (RFC 4291), IPv4-translated (RFC 2765), NAT64
     * (RFC 6052), 6to4 (RFC 3056).
     */
    private static final Map<Cidr, Integer> FORMS = Map.of(
            Cidr.parse("::/96"), 12,
            Cidr.parse("::ffff:0:0:0/96"), 12,
            Cidr.parse("64:ff9b::/96"), 12,
            Cidr.parse("2002::/16"), 2);

    private static final List<byte[]> ISATAP =
            List.of(new byte[] {0, 0, 0x5e, (byte) 0xfe}, new byte[] {2, 0, 0x5e, (byte) 0xfe});

    private static final Cidr TEREDO = Cidr.parse("2001::/32");
    private static final Cidr LOCAL_NAT64 = Cidr.parse("64:ff9b:1::/48");

    private EmbeddedAddress() {}

    /** The one that the form says is there; empty for other addresses. */
    static Optional<InetAddress> in(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length != 16 || address.isLoopbackAddress() || address.isAnyLocalAddress()) {
            return Optional.empty();
        }
        if (ISATAP.stream().anyMatch(mark -> Arrays.equals(mark, Arrays.copyOfRange(bytes, 8, 12)))) {
            return Optional.of(v4(bytes, 12, 13, 14, 15));
        }
        return FORMS.entrySet().stream()
                .filter(form -> form.getKey().contains(address))
                .map(Map.Entry::getValue)
                .map(from -> v4(bytes, from, from + 1, from + 2, from + 3))
                .findFirst();
    }

    /**
     * Those that may be there, as an operator has set things up: server and hidden client of Teredo (RFC 4380), each length
     * of prefix of a local NAT64 (RFC 6052, where byte 8 stays free; RFC 8215).
     */
    static Stream<InetAddress> maybeIn(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (TEREDO.contains(address)) {
            return Stream.of(v4(bytes, 4, 5, 6, 7), v4(inverted(bytes), 12, 13, 14, 15));
        }
        return LOCAL_NAT64.contains(address)
                ? Stream.of(
                        v4(bytes, 6, 7, 9, 10),
                        v4(bytes, 7, 9, 10, 11),
                        v4(bytes, 9, 10, 11, 12),
                        v4(bytes, 12, 13, 14, 15))
                : Stream.empty();
    }

    private static byte[] inverted(byte[] bytes) {
        byte[] result = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            result[i] = (byte) ~bytes[i];
        }
        return result;
    }

    private static InetAddress v4(byte[] bytes, int first, int second, int third, int fourth) {
        return Cidr.address(new byte[] {bytes[first], bytes[second], bytes[third], bytes[fourth]});
    }
}
