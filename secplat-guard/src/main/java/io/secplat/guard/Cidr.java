package io.secplat.guard;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** A network such as {@code 10.0.0.0/8} or {@code fd00::/8}; an address alone is a network of one. */
public final class Cidr {

    private final InetAddress network;
    private final int bits;

    private Cidr(InetAddress network, int bits) {
        this.network = network;
        this.bits = bits;
    }

    /** Reads a network; IllegalArgumentException for other text, and when bits beyond the prefix are set. */
    public static Cidr parse(String text) {
        int slash = text.indexOf('/');
        InetAddress address = Host.parse(slash < 0 ? text : text.substring(0, slash))
                .literal()
                .orElseThrow(() -> new IllegalArgumentException("not a network: \"" + text + "\""));
        int longest = address.getAddress().length * 8;
        int bits = slash < 0 ? longest : prefix(text, slash, longest);
        if (!Arrays.equals(masked(address.getAddress(), bits), address.getAddress())) {
            throw new IllegalArgumentException("not a network: \"" + text + "\" has bits beyond its prefix");
        }
        return new Cidr(address, bits);
    }

    /** Whether the address is in the network; an address of the other family never is. */
    public boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        byte[] own = network.getAddress();
        return bytes.length == own.length && Arrays.equals(masked(bytes, bits), own);
    }

    @Override
    public String toString() {
        return network.getHostAddress() + "/" + bits;
    }

    private static int prefix(String text, int slash, int longest) {
        String digits = text.substring(slash + 1);
        if (!digits.matches("[0-9]{1,3}") || Integer.parseInt(digits) > longest) {
            throw new IllegalArgumentException("not a network: \"" + text + "\" needs a prefix of 0 to " + longest);
        }
        return Integer.parseInt(digits);
    }

    private static byte[] masked(byte[] address, int bits) {
        byte[] result = new byte[address.length];
        for (int i = 0; i < address.length; i++) {
            int kept = Math.max(0, Math.min(8, bits - i * 8));
            result[i] = (byte) (address[i] & (0xFF << (8 - kept)));
        }
        return result;
    }

    static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an address has 4 or 16 bytes", e);
        }
    }
}
