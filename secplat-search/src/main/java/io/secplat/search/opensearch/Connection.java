package io.secplat.search.opensearch;

import java.io.IOException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch.generic.OpenSearchGenericClient;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;

/** The connection pool, made at first use: a server starts while OpenSearch is away. */
final class Connection implements AutoCloseable {

    private final SearchSettings settings;
    private @Nullable OpenSearchTransport transport;
    private boolean closed;

    Connection(SearchSettings settings) {
        this.settings = settings;
    }

    synchronized OpenSearchGenericClient client() {
        if (closed) {
            throw new IllegalStateException("the connection to the record is closed");
        }
        if (transport == null) {
            transport = open();
        }
        return new OpenSearchGenericClient(transport);
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        if (transport != null) {
            transport.close();
        }
    }

    private OpenSearchTransport open() {
        HttpHost host = new HttpHost(
                settings.url().getScheme(),
                settings.url().getHost(),
                settings.url().getPort());
        ApacheHttpClient5TransportBuilder builder = ApacheHttpClient5TransportBuilder.builder(host)
                .setConnectionConfigCallback(
                        config -> config.setConnectTimeout(Timeout.of(SearchSettings.CONNECT_TIMEOUT)))
                .setRequestConfigCallback(
                        config -> config.setResponseTimeout(Timeout.of(SearchSettings.RESPONSE_TIMEOUT)));
        settings.authorization()
                .ifPresent(value -> builder.setDefaultHeaders(new Header[] {new BasicHeader("Authorization", value)}));
        String prefix = settings.url().getPath();
        if (prefix.length() > 1) {
            builder.setPathPrefix(prefix);
        }
        return builder.build();
    }
}
