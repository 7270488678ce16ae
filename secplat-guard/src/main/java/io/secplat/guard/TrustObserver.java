package io.secplat.guard;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Verifies one handshake and remembers what it saw. The end of the host's own certificate is judged apart from chain and
 * name: these are verified as of the last moment at which it was valid.
 */
final class TrustObserver extends X509ExtendedTrustManager {

    private static final int LONGEST_REASON = 300;

    private final TrustedRoots roots;
    private final TlsTrust trust;
    private final Clock clock;

    private volatile List<X509Certificate> chain = List.of();
    private volatile @Nullable String distrust;

    TrustObserver(TrustedRoots roots, TlsTrust trust, Clock clock) {
        this.roots = roots;
        this.trust = trust;
        this.clock = clock;
    }

    List<X509Certificate> chain() {
        return chain;
    }

    Optional<String> distrust() {
        return Optional.ofNullable(distrust);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] sent, String authType, Socket socket) throws CertificateException {
        chain = List.of(sent);
        Instant now = clock.instant();
        if (trust == TlsTrust.REQUIRED) {
            verify(sent, authType, socket, now);
            return;
        }
        try {
            verify(sent, authType, socket, lastValid(sent[0], now));
        } catch (CertificateException e) {
            distrust = reason(e);
        }
    }

    private void verify(X509Certificate[] sent, String authType, Socket socket, Instant moment)
            throws CertificateException {
        try {
            roots.verifierAt(moment).checkServerTrusted(sent, authType, socket);
        } catch (CertificateException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw new CertificateException("the chain could not be verified", e);
        }
    }

    static Instant lastValid(X509Certificate own, Instant now) {
        Instant end = own.getNotAfter().toInstant();
        return now.isAfter(end) ? end : now;
    }

    static String reason(GeneralSecurityException failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String text = String.valueOf(root.getMessage()).replaceAll("\\p{Cntrl}", " ");
        return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] sent, String authType, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("only sockets are verified");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] sent, String authType) throws CertificateException {
        throw new CertificateException("only sockets are verified");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] sent, String authType) throws CertificateException {
        throw new CertificateException("no client is trusted");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] sent, String authType, Socket socket) throws CertificateException {
        throw new CertificateException("no client is trusted");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] sent, String authType, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("no client is trusted");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
