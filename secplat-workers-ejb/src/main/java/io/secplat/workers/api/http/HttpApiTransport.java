package io.secplat.workers.api.http;

import io.secplat.contracts.trace.TraceContext;
import io.secplat.runtime.CurrentTrace;
import io.secplat.workers.api.ApiTransport;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The JDK's HTTP client below one base address that ends in {@code /api}. */
public final class HttpApiTransport implements ApiTransport {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    /** From sending to the last byte of the answer. */
    private static final Duration EXCHANGE_TIMEOUT = Duration.ofSeconds(15);

    private final String base;
    private final Duration exchangeTimeout;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();

    /** IllegalArgumentException when the base is not an http or https address. */
    public HttpApiTransport(String base) {
        this(base, EXCHANGE_TIMEOUT);
    }

    HttpApiTransport(String base, Duration exchangeTimeout) {
        this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        this.exchangeTimeout = exchangeTimeout;
        if (!this.base.matches("https?://.+")) {
            throw new IllegalArgumentException("API_URL must begin with http:// or https://");
        }
    }

    @Override
    public Reply exchange(Request request) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(asHttp(request), BodyHandlers.ofString(StandardCharsets.UTF_8));
        try {
            HttpResponse<String> response = answer.get(exchangeTimeout.toMillis(), TimeUnit.MILLISECONDS);
            return new Reply(
                    response.statusCode(),
                    response.headers().firstValue("Retry-After"),
                    response.headers().firstValue("Link"),
                    response.body());
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("no answer within " + exchangeTimeout);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private static void carryOn(TraceContext trace, HttpRequest.Builder builder) {
        builder.header("traceparent", trace.traceparent());
        trace.state().ifPresent(state -> builder.header("tracestate", state));
    }

    private HttpRequest asHttp(Request request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(base + request.path()))
                .method(
                        request.method(),
                        request.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(request.body()))
                .header("Accept", "application/json");
        request.headers().forEach(builder::header);
        CurrentTrace.context().ifPresent(trace -> carryOn(trace, builder));
        return builder.build();
    }
}
