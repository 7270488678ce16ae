package io.secplat.workers.notify.twilio;

import com.twilio.http.HttpClient;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import io.secplat.contracts.json.Json;
import io.secplat.contracts.json.JsonReader;
import jakarta.json.JsonException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Credentials;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;

/**
 * The library's way to the network, by the client that the Slack library brings: below another address when told so, once
 * for each request, and without a log; the library's own client and the JDK's write numbers or credentials to theirs when
 * somebody turns it up. Whatever is not a success is an UncheckedIOException around one of this package's exceptions.
 */
final class TwilioHttp extends HttpClient {

    private static final MediaType FORM = MediaType.get("application/x-www-form-urlencoded");

    private static final String WISH = "SecPlat-Retry-After";

    /** Marks a request whose first byte may have left; before, no connection had come about. */
    private static final class Sent {
        private final AtomicBoolean began = new AtomicBoolean();
    }

    private final URI base;
    private final String authorization;
    private final OkHttpClient client;

    TwilioHttp(TwilioSettings settings) {
        this.base = settings.apiUrl();
        this.authorization = Credentials.basic(settings.accountSid(), settings.authToken(), StandardCharsets.UTF_8);
        this.client = new OkHttpClient.Builder()
                .protocols(List.of(Protocol.HTTP_1_1))
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .callTimeout(settings.timeout())
                .readTimeout(settings.timeout())
                .addNetworkInterceptor(TwilioHttp::begin)
                .build();
    }

    /**
     * Runs between the connection and the first byte of the request. The wish to wait comes under another name, since the
     * client repeats a 503 with a wish of zero by itself.
     */
    private static okhttp3.Response begin(Interceptor.Chain chain) throws IOException {
        Sent sent = chain.request().tag(Sent.class);
        if (sent != null) {
            sent.began.set(true);
        }
        okhttp3.Response answer = chain.proceed(chain.request());
        String wish = answer.header("Retry-After");
        return wish == null
                ? answer
                : answer.newBuilder()
                        .removeHeader("Retry-After")
                        .header(WISH, wish)
                        .build();
    }

    @Override
    public Response makeRequest(Request request) {
        Sent sent = new Sent();
        try (okhttp3.Response answer = client.newCall(asHttp(request, sent)).execute()) {
            ResponseBody body = answer.body();
            String text = body == null ? "" : body.string();
            if (answer.code() / 100 != 2) {
                throw new UncheckedIOException(
                        TwilioAnswerException.of(answer.code(), code(text), answer.header(WISH)));
            }
            return new Response(text, answer.code());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    sent.began.get() ? new TwilioLostException() : new TwilioUnreachableException());
        }
    }

    private okhttp3.Request asHttp(Request request, Sent sent) {
        okhttp3.Request.Builder builder = new okhttp3.Request.Builder()
                .url(address(request))
                .tag(Sent.class, sent)
                .header("Authorization", authorization)
                .header("Accept", "application/json");
        return request.getMethod() == HttpMethod.GET
                ? builder.get().build()
                : builder.method(
                                request.getMethod().toString(),
                                RequestBody.create(request.encodeFormBody().getBytes(StandardCharsets.UTF_8), FORM))
                        .build();
    }

    private String address(Request request) {
        URI twilio = URI.create(request.constructURL().toString());
        String query = twilio.getRawQuery() == null ? "" : "?" + twilio.getRawQuery();
        return base + twilio.getRawPath() + query;
    }

    /** Twilio's own number for what is wrong; 0 when the answer does not tell. */
    private static int code(String body) {
        try (jakarta.json.JsonReader source = Json.createReader(new StringReader(body))) {
            return new JsonReader(source.readObject()).integer("code").orElse(0);
        } catch (JsonException | IllegalArgumentException e) {
            return 0;
        }
    }
}
