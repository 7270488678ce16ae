package io.secplat.guard;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyStore;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/** The certificate authorities that are believed. */
public final class TrustedRoots {

    private final Set<TrustAnchor> anchors;

    private TrustedRoots(Set<TrustAnchor> anchors) {
        this.anchors = anchors;
    }

    /** Those of the JDK, or of {@code javax.net.ssl.trustStore} where that is set. */
    public static TrustedRoots ofSystem() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            KeyStore ownStore = null;
            factory.init(ownStore);
            return of(Arrays.stream(factory.getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .map(X509TrustManager.class::cast)
                    .flatMap(manager -> Arrays.stream(manager.getAcceptedIssuers()))
                    .toList());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK has no trust store", e);
        }
    }

    public static TrustedRoots of(Collection<X509Certificate> authorities) {
        return new TrustedRoots(authorities.stream()
                .map(authority -> new TrustAnchor(authority, null))
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Verifies chains as they stood at that moment. */
    X509ExtendedTrustManager verifierAt(Instant moment) throws GeneralSecurityException {
        PKIXBuilderParameters parameters = parameters();
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(moment));
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(new CertPathTrustManagerParameters(parameters));
        return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
    }

    private PKIXBuilderParameters parameters() throws InvalidAlgorithmParameterException {
        return new PKIXBuilderParameters(anchors, new X509CertSelector());
    }
}
