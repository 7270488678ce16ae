package io.secplat.workers.scan.tls;

import io.secplat.guard.Host;
import io.secplat.workers.scan.TlsSummary;
import io.secplat.workers.scan.tls.rating.CertificateFacts;
import io.secplat.workers.scan.tls.rating.KeyStrength;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The certificates that a server sent, the host's own first.
 *
 * @param distrust why they are not believed, apart from name and end
 */
record SeenChain(List<X509Certificate> chain, Optional<String> distrust, Host host, Instant now) {

    private static final int LONGEST_TEXT = 300;

    CertificateFacts facts() {
        return new CertificateFacts(distrust, isNamed(), daysLeft().isNegative(), key(), strength(), signatures());
    }

    TlsSummary.Certificate summary() {
        return new TlsSummary.Certificate(
                shown(own().getSubjectX500Principal().getName()),
                shown(own().getIssuerX500Principal().getName()),
                CertificateNames.of(own()).all().stream()
                        .limit(TlsSummary.Certificate.MOST_NAMES)
                        .map(SeenChain::shown)
                        .toList(),
                own().getNotAfter().toInstant(),
                daysLeft().toDays(),
                key(),
                signatures(),
                distrust.map(SeenChain::shown),
                isNamed());
    }

    /** Certificates may hold what neither people nor databases can read. */
    private static String shown(String text) {
        String cut = text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
        return cut.replaceAll("[\\p{Cntrl}\\p{Cs}\\p{Cn}]", " ");
    }

    private X509Certificate own() {
        return chain.get(0);
    }

    private Duration daysLeft() {
        return Duration.between(now, own().getNotAfter().toInstant());
    }

    private boolean isNamed() {
        return CertificateNames.of(own()).cover(host);
    }

    /** A certificate that signs itself is believed for what it is, whatever its signature. */
    private List<String> signatures() {
        return chain.stream()
                .filter(one -> !one.getSubjectX500Principal().equals(one.getIssuerX500Principal()))
                .map(one -> shown(one.getSigAlgName()))
                .toList();
    }

    private String key() {
        PublicKey key = own().getPublicKey();
        return key.getAlgorithm() + (bits(key) > 0 ? " " + bits(key) + " bits" : "");
    }

    /** Keys of a kind without a size, such as Ed25519, count as a curve of 256 bits. */
    private int strength() {
        PublicKey key = own().getPublicKey();
        if (key instanceof RSAKey || key instanceof DSAKey) {
            return bits(key);
        }
        return KeyStrength.ofCurve(key instanceof ECKey ? bits(key) : 256);
    }

    private static int bits(PublicKey key) {
        if (key instanceof RSAKey rsa) {
            return rsa.getModulus().bitLength();
        }
        if (key instanceof DSAKey dsa && dsa.getParams() != null) {
            return dsa.getParams().getP().bitLength();
        }
        return key instanceof ECKey curve ? curve.getParams().getOrder().bitLength() : 0;
    }
}
