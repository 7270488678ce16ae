package io.secplat.guard;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/** Puts TLS over a connected socket and tells what the handshake showed. */
final class TlsHandshake {

    private final TrustedRoots roots;
    private final Clock clock;

    TlsHandshake(TrustedRoots roots, Clock clock) {
        this.roots = roots;
        this.clock = clock;
    }

    record Secured(SSLSocket socket, TlsPeer peer) {}

    Secured over(Socket connected, Endpoint endpoint, TlsTrust trust) throws IOException {
        TrustObserver observer = new TrustObserver(roots, trust, clock);
        String name = endpoint.host().value();
        SSLSocket socket =
                (SSLSocket) context(observer).getSocketFactory().createSocket(connected, name, endpoint.port(), true);
        socket.setSSLParameters(parameters(socket.getSSLParameters(), endpoint.host()));
        socket.startHandshake();
        String version = socket.getSession().getProtocol().replaceFirst("^TLSv", "");
        return new Secured(
                socket, new TlsPeer(version.equals("1") ? "1.0" : version, observer.chain(), observer.distrust()));
    }

    private static SSLParameters parameters(SSLParameters parameters, Host host) {
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        if (host.literal().isEmpty() && host.value().indexOf('_') < 0) {
            parameters.setServerNames(List.of(new SNIHostName(host.value())));
        }
        return parameters;
    }

    private static SSLContext context(TrustObserver observer) throws SSLException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[0], new TrustManager[] {observer}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new SSLException("TLS is not available", e);
        }
    }
}
