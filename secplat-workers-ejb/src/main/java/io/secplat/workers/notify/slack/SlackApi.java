package io.secplat.workers.notify.slack;

import com.slack.api.util.http.SlackHttpClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** Slack's Web API with a bot's token. The token is a secret: it appears in no text that this class gives away. */
public final class SlackApi {

    private final URI base;
    private final String token;
    private final SlackHttpClient http;

    SlackApi(SlackSettings.Bot bot, Duration timeout) {
        this.base = bot.api();
        this.token = bot.token();
        this.http = SlackHttp.client(timeout);
    }

    /** Asks once; an IOException after the connection was made leaves open whether Slack has done it. */
    SlackReply ask(SlackCall call) throws IOException {
        String url = base.resolve(call.method()).toString();
        try (Response response =
                http.postFormWithBearerHeader(url, token, call.form().build())) {
            ResponseBody body = response.body();
            SlackAnswer answer = new SlackAnswer(response.code(), response.header("Retry-After"));
            return SlackReply.of(answer, body == null ? "" : body.string());
        } catch (IOException e) {
            throw SlackHttp.unseen(e);
        }
    }

    @Override
    public String toString() {
        return "SlackApi";
    }
}
