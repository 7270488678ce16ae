package io.secplat.workers.scan.headers.observatory;

import java.util.Map;
import java.util.Optional;

/**
 * Hosts that browsers reach by HTTPS alone from the first visit on (the HSTS preload list).
 *
 * @param subdomains by host in lower case: whether the entry speaks for the names below as well
 */
public record Preloads(Map<String, Boolean> subdomains) {

    public static final Preloads NONE = new Preloads(Map.of());

    public Preloads {
        subdomains = Map.copyOf(subdomains);
    }

    /** Whether an entry speaks for the host. */
    public boolean cover(String host) {
        return subdomains.containsKey(host)
                || parent(host).map(this::coverBelow).orElse(false);
    }

    private boolean coverBelow(String domain) {
        return subdomains.getOrDefault(domain, false)
                || parent(domain).map(this::coverBelow).orElse(false);
    }

    private static Optional<String> parent(String host) {
        int dot = host.indexOf('.');
        return dot < 0 ? Optional.empty() : Optional.of(host.substring(dot + 1));
    }
}
