package io.secplat.workers.notify.slack;

import com.slack.api.SlackConfig;
import com.slack.api.util.http.SlackHttpClient;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * The HTTP client of both ways to Slack. It asks once and repeats nothing by itself, follows nobody to another address, logs
 * neither addresses nor bodies, and tells a call that got no connection from one whose end was not seen.
 */
final class SlackHttp {

    /** Shorter than what servers and proxies grant an idle connection, so that a message seldom meets a dead one. */
    private static final Duration IDLE = Duration.ofSeconds(15);

    private static final Duration SHORTEST_CONNECTING = Duration.ofSeconds(1);

    private static final int IDLE_CONNECTIONS = 4;

    private static final class Mark {
        private volatile boolean connected;
    }

    private SlackHttp() {}

    static SlackHttpClient client(Duration timeout) {
        SlackConfig config = config(timeout);
        SlackHttpClient client = new SlackHttpClient(SlackHttpClient.buildOkHttpClient(config)
                .newBuilder()
                .retryOnConnectionFailure(false)
                .connectTimeout(connecting(timeout))
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, IDLE.toSeconds(), TimeUnit.SECONDS))
                .addInterceptor(SlackHttp::tellWhetherConnected)
                .addNetworkInterceptor(SlackHttp::markConnected)
                .build());
        client.setConfig(config);
        return client;
    }

    /** Without the library's own listeners: they would log addresses and bodies when somebody turns its log up. */
    static SlackConfig config(Duration timeout) {
        int millis = (int) timeout.toMillis();
        SlackConfig config = new SlackConfig();
        config.setHttpClientCallTimeoutMillis(millis);
        config.setHttpClientReadTimeoutMillis(millis);
        config.setHttpClientWriteTimeoutMillis(millis);
        config.setStatsEnabled(false);
        config.setHttpClientResponseHandlers(List.of());
        return config;
    }

    /** So short that three tries to get a connection take no longer than one call. */
    static Duration connecting(Duration timeout) {
        Duration third = timeout.dividedBy(3);
        return third.compareTo(SHORTEST_CONNECTING) < 0 ? SHORTEST_CONNECTING : third;
    }

    private static Response tellWhetherConnected(Interceptor.Chain chain) throws IOException {
        Mark mark = new Mark();
        try {
            return chain.proceed(
                    chain.request().newBuilder().tag(Mark.class, mark).build());
        } catch (IOException e) {
            throw mark.connected ? e : new SlackUnreachableException();
        }
    }

    /** The client would ask at once again after a 503 that says {@code Retry-After: 0}; no header says the same. */
    private static Response markConnected(Interceptor.Chain chain) throws IOException {
        Mark mark = chain.request().tag(Mark.class);
        if (mark != null) {
            mark.connected = true;
        }
        Response response = chain.proceed(chain.request());
        return "0".equals(response.header("Retry-After"))
                ? response.newBuilder().removeHeader("Retry-After").build()
                : response;
    }

    /** An end that was not seen, in words that tell no address. */
    static IOException unseen(IOException cause) {
        return cause instanceof SlackUnreachableException
                ? cause
                : new IOException(
                        "Slack's answer was not seen: " + cause.getClass().getSimpleName());
    }
}
