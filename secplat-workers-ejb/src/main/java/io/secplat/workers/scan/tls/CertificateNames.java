package io.secplat.workers.scan.tls;

import io.secplat.guard.Host;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

/** For whom a certificate is (RFC 6125): its alternative names, or its common name when it has none. */
record CertificateNames(List<String> dns, List<String> addresses) {

    private static final int DNS = 2;
    private static final int ADDRESS = 7;

    static CertificateNames of(X509Certificate certificate) {
        List<String> dns = new ArrayList<>();
        List<String> addresses = new ArrayList<>();
        for (List<?> name : alternatives(certificate)) {
            if (name.get(0).equals(DNS)) {
                dns.add(String.valueOf(name.get(1)));
            } else if (name.get(0).equals(ADDRESS)) {
                addresses.add(String.valueOf(name.get(1)));
            }
        }
        return new CertificateNames(dns.isEmpty() && addresses.isEmpty() ? commonName(certificate) : dns, addresses);
    }

    /** All of them, as they stand in the certificate. */
    List<String> all() {
        List<String> all = new ArrayList<>(dns);
        all.addAll(addresses);
        return all;
    }

    boolean cover(Host host) {
        return host.literal().isPresent()
                ? addresses.stream()
                        .anyMatch(text -> isAddress(text, host.literal().get()))
                : dns.stream().anyMatch(pattern -> covers(pattern.toLowerCase(Locale.ROOT), host.value()));
    }

    /** A star stands for the whole leftmost label, and for that alone. */
    private static boolean covers(String pattern, String host) {
        if (!pattern.startsWith("*.")) {
            return pattern.equals(host);
        }
        int dot = host.indexOf('.');
        return dot > 0 && pattern.indexOf('.', 2) > 0 && pattern.substring(1).equals(host.substring(dot));
    }

    /** The text has the shape of an address, so nobody is asked for it. */
    private static boolean isAddress(String text, InetAddress address) {
        try {
            return InetAddress.getByName(text).equals(address);
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static Collection<List<?>> alternatives(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null ? List.of() : names;
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }

    private static List<String> commonName(X509Certificate certificate) {
        try {
            return new LdapName(certificate.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("CN"))
                            .map(part -> String.valueOf(part.getValue()))
                            .toList();
        } catch (InvalidNameException e) {
            return List.of();
        }
    }
}
