package io.secplat.workers.ingestion.tls;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Puts TLS over an open connection; the certificate must be trusted, valid now and made out to the host. */
public final class TlsHandshake {

    private final SSLContext context;

    public TlsHandshake(SSLContext context) {
        this.context = context;
    }

    /** Trusts what the Java runtime trusts ({@code javax.net.ssl.trustStore}), not what the server was given for itself. */
    public static TlsHandshake ofThisRuntime() {
        return trusting(null);
    }

    static TlsHandshake trusting(@Nullable KeyStore authorities) {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(authorities);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return new TlsHandshake(context);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no usable TLS", e);
        }
    }

    /** The connection after a good handshake; it ends with {@code raw}. */
    public SSLSocket over(Socket raw, String host, int port) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(raw, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        requireValidNow(socket);
        return socket;
    }

    /** Path validation leaves the dates out when the certificate itself is a trusted one. */
    private static void requireValidNow(SSLSocket socket) throws SSLException {
        try {
            if (socket.getSession().getPeerCertificates()[0] instanceof X509Certificate certificate) {
                certificate.checkValidity();
            }
        } catch (CertificateException e) {
            throw new SSLException("certificate is not valid now", e);
        }
    }
}
