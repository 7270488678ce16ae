package io.secplat.api.auth;

import io.secplat.guard.Cidr;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a call comes from. What {@code X-Forwarded-For} says counts only when the call came through proxies that
 * TRUSTED_PROXIES names: then it is the last address in it that is none of theirs.
 */
final class ClientAddress {

    private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F.:]{2,45}");
    private static final int IPV6_NETWORK = 8;

    private final List<Cidr> proxies;

    private ClientAddress(List<Cidr> proxies) {
        this.proxies = proxies;
    }

    /** Reads a comma list of networks; IllegalArgumentException names the setting and the one at fault. */
    static ClientAddress behind(String setting) {
        return new ClientAddress(Arrays.stream(setting.split(",", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(ClientAddress::network)
                .toList());
    }

    String of(HttpServletRequest request) {
        return of(request.getRemoteAddr(), Collections.list(request.getHeaders("X-Forwarded-For")));
    }

    String of(String remote, List<String> forwarded) {
        List<String> hops = Arrays.stream(String.join(",", forwarded).split(",", -1))
                .map(String::strip)
                .toList();
        String address = remote;
        for (int i = hops.size() - 1;
                i >= 0 && isProxy(address) && parse(hops.get(i)).isPresent();
                i--) {
            address = hops.get(i);
        }
        return address;
    }

    /** By what tries are counted: an IPv6 address by its /64, since everybody there has as many as they like. */
    static String counted(String address) {
        return parse(address)
                .map(InetAddress::getAddress)
                .filter(bytes -> bytes.length > Integer.BYTES)
                .map(bytes -> HexFormat.of().formatHex(bytes, 0, IPV6_NETWORK) + "/64")
                .orElse(address);
    }

    private boolean isProxy(String address) {
        return parse(address)
                .filter(known -> proxies.stream().anyMatch(network -> network.contains(known)))
                .isPresent();
    }

    /** Only literal addresses: no name is ever looked up. */
    private static Optional<InetAddress> parse(String text) {
        if (!LITERAL.matcher(text).matches() || (text.indexOf(':') < 0 && !text.matches("\\d+(\\.\\d+){3}"))) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static Cidr network(String text) {
        try {
            return Cidr.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("TRUSTED_PROXIES: not a network: \"" + text + "\"", e);
        }
    }
}
