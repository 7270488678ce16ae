package io.secplat.api.auth.oidc;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Asks the provider: bounded in time and size, following no redirect. */
public final class ProviderHttp {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LONGEST = 1 << 20;

    private final HttpClient client;

    private ProviderHttp(SSLContext tls) {
        client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .sslContext(tls)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * A client that trusts the certificates of that PEM file, or else what the Java runtime trusts: an application server may
     * have its own idea of a default. An IllegalStateException names the setting when the file cannot be read.
     */
    public static ProviderHttp trusting(Optional<String> file) {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(file.isPresent() ? certificates(Path.of(file.get())) : null);
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(null, trust.getTrustManagers(), null);
            return new ProviderHttp(tls);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("OIDC_CA_FILE names a file that holds no certificates in PEM", e);
        }
    }

    /** The body of an answer with status 200; IOException for any other. */
    String get(URI address) throws IOException {
        return body(request(address).GET().build());
    }

    /** As {@link #get}, for a form. */
    String post(URI address, String form, Optional<String> authorization) throws IOException {
        HttpRequest.Builder request = request(address).header("Content-Type", "application/x-www-form-urlencoded");
        authorization.ifPresent(value -> request.header("Authorization", value));
        return body(request.POST(HttpRequest.BodyPublishers.ofString(form)).build());
    }

    private static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).timeout(PATIENCE).header("Accept", "application/json");
    }

    private String body(HttpRequest request) throws IOException {
        try {
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                byte[] bytes = body.readNBytes(LONGEST);
                if (answer.statusCode() != 200) {
                    throw new IOException("status " + answer.statusCode());
                }
                return new String(bytes, StandardCharsets.UTF_8);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static @Nullable KeyStore certificates(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream pem = Files.newInputStream(file)) {
            int count = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                store.setCertificateEntry("ca" + count++, certificate);
            }
            if (count == 0) {
                throw new IOException("no certificate");
            }
        }
        return store;
    }
}
