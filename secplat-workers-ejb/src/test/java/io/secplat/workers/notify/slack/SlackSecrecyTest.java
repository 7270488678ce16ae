package io.secplat.workers.notify.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.secplat.runtime.GivenConfig;
import io.secplat.workers.notify.channel.Channel;
import io.secplat.workers.notify.channel.Parcel;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import okhttp3.FormBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Neither the token nor the webhook's address gets out, whatever goes wrong and however much is logged. */
class SlackSecrecyTest {

    private static final String BODY = "HTTP 503.";

    /** Keeps what everybody logs, except the fakes' own server. */
    private static final class Ear extends Handler {

        private final List<String> heard = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
            String logger = String.valueOf(line.getLoggerName());
            if (!logger.startsWith("com.sun.net.httpserver")) {
                heard.add(logger + " " + new java.util.logging.SimpleFormatter().format(line));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private final FakeSlackApi slack = new FakeSlackApi();
    private final Logger root = Logger.getLogger("");
    private final Level before = root.getLevel();
    private final Ear ear = new Ear();

    @BeforeEach
    void listen() {
        ear.setLevel(Level.ALL);
        root.addHandler(ear);
        root.setLevel(Level.ALL);
    }

    @AfterEach
    void close() {
        root.removeHandler(ear);
        root.setLevel(before);
        slack.close();
    }

    private void assertNothingGotOut(Object... texts) {
        String all = String.join("\n", ear.heard)
                + java.util.Arrays.stream(texts)
                        .map(SlackSecrecyTest::everything)
                        .toList();
        assertThat(all).doesNotContain("verysecret", "Bearer ", BODY);
    }

    private static String everything(Object object) {
        if (object instanceof Throwable failure) {
            ByteArrayOutputStream trace = new ByteArrayOutputStream();
            failure.printStackTrace(new PrintStream(trace, true, StandardCharsets.UTF_8));
            return trace.toString(StandardCharsets.UTF_8);
        }
        return object.toString();
    }

    @Test
    void the_log_at_its_finest_tells_no_secret_of_a_bot() throws Exception {
        Channel channel = slack.channel();
        Parcel down = SlackParcels.down("billing-web");
        JsonObject outage = SlackParcels.reference(channel.deliver(down));
        Parcel up = SlackParcels.recovered(outage, "billing-web");
        String leak = "<html>" + FakeSlackApi.TOKEN + " " + BODY;

        assertNothingGotOut(channel.deliver(up), channel.find(down), channel.find(up), channel);
        for (int status : List.of(200, 400, 429, 500, 503)) {
            slack.says("chat.postMessage", status, Map.of(), leak);
            assertNothingGotOut(channel.deliver(down), channel.deliver(up));
        }
        slack.answers("chat.postMessage", new FakeSlackApi.Answer.IsLost());
        assertNothingGotOut(channel.deliver(down));
        slack.close();
        assertNothingGotOut(channel.deliver(down), channel.find(down));
        assertThat(ear.heard).as("something was heard at all").isNotEmpty();
    }

    @Test
    void the_log_at_its_finest_tells_no_secret_of_a_webhook() throws Exception {
        Parcel down = SlackParcels.down("billing-web");
        try (FakeSlack hook = new FakeSlack()) {
            Channel channel = hook.channel();
            for (int status : List.of(200, 400, 429, 500, 503)) {
                hook.answers(status);
                assertNothingGotOut(channel.deliver(down));
            }
        }
        SlackWebhook gone = SlackWebhook.at("http://127.0.0.1:1/services/" + FakeSlack.SECRET)
                .orElseThrow();
        Channel away = new SlackChannel(gone, new GuardedSlackCall(), Clock.systemUTC());
        assertNothingGotOut(away.deliver(down), away);
        assertThat(ear.heard).as("something was heard at all").isNotEmpty();
    }

    @Test
    void no_failure_tells_where_slack_is_or_who_asks() throws Exception {
        SlackSettings.Bot bot = new SlackSettings.Bot(FakeSlackApi.TOKEN, "#ops", URI.create(slack.url()));
        SlackApi api = new SlackApi(bot, Duration.ofSeconds(3));
        SlackCall call = new SlackCall("chat.postMessage", new FormBody.Builder().add("text", BODY));
        GuardedSlackCall guard = new GuardedSlackCall();
        JsonObject message = Json.createObjectBuilder().add("text", BODY).build();
        slack.says("chat.postMessage", 503, Map.of(), BODY + FakeSlackApi.TOKEN);
        Throwable trouble = catchThrowable(() -> guard.send(api, call));
        slack.answers("chat.postMessage", new FakeSlackApi.Answer.IsLost());
        Throwable lost = catchThrowable(() -> guard.send(api, call));
        slack.close();
        Throwable unreachable = catchThrowable(() -> guard.send(api, call));
        SlackWebhook gone = SlackWebhook.at("http://127.0.0.1:1/services/" + FakeSlack.SECRET)
                .orElseThrow();
        Throwable unreachableHook = catchThrowable(() -> guard.post(gone, message));

        assertThat(trouble).isInstanceOf(SlackTroubleException.class);
        assertThat(lost).hasMessageStartingWith("Slack's answer was not seen");
        assertThat(unreachable).isInstanceOf(SlackUnreachableException.class);
        assertThat(unreachableHook).isInstanceOf(SlackUnreachableException.class);
        assertNothingGotOut(trouble, lost, unreachable, unreachableHook, api, call, bot, gone);
    }

    @Test
    void settings_and_answers_do_not_print_what_they_hold() {
        SlackSettings settings = SlackSettings.from(new GivenConfig(Map.of(
                "SLACK_BOT_TOKEN",
                FakeSlackApi.TOKEN,
                "SLACK_CHANNEL",
                "#ops",
                "SLACK_WEBHOOK_URL",
                "https://hooks.example.org/" + FakeSlack.SECRET)));

        assertThat(settings.webhookUrl()).isPresent();
        assertNothingGotOut(
                settings,
                settings.bot().orElseThrow(),
                Optional.of(settings),
                SlackReply.of(new SlackAnswer(200, null), "{\"error\":\"verysecret\"}"));
    }

    @Test
    void the_library_has_no_listeners() {
        assertThat(SlackHttp.config(Duration.ofSeconds(1)).getHttpClientResponseHandlers())
                .isEmpty();
        assertThat(SlackHttp.config(Duration.ofSeconds(1)).isStatsEnabled()).isFalse();
    }
}
