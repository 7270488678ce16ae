package io.secplat.bench.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The harness's Slack answers as the real one does, in each mood. */
class SlackStandInTest {

    private static final String METADATA = "{\"event_type\":\"secplat_notice\",\"event_payload\":{\"key\":\"%s\"}}";

    private final HttpClient http = HttpClient.newHttpClient();
    private SlackStandIn slack;

    @BeforeEach
    void open() throws IOException {
        slack = new SlackStandIn(Clock.systemUTC());
    }

    @AfterEach
    void close() {
        slack.close();
    }

    private HttpResponse<String> ask(String method, Map<String, String> form) throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return http.send(
                HttpRequest.newBuilder(URI.create(slack.host().url() + "/api/" + method))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String key, String thread) throws IOException, InterruptedException {
        return ask(
                "chat.postMessage",
                Map.of("channel", "C1", "text", "no. 7", "metadata", METADATA.formatted(key), "thread_ts", thread));
    }

    @Test
    void a_message_is_found_in_the_history_by_its_metadata() throws Exception {
        assertThat(post("k-1", "").body()).contains("\"ok\":true", "\"channel\":\"C1\"");

        assertThat(ask("conversations.history", Map.of("channel", "C1", "limit", "200", "oldest", "0"))
                        .body())
                .contains("k-1");
        assertThat(slack.posts().get(0).numbers()).containsExactly(7);
    }

    @Test
    void a_reply_is_found_in_its_thread_alone_and_by_the_name_of_another_reply_too() throws Exception {
        assertThat(post("k-1", "").statusCode()).isEqualTo(200);
        String parent = slack.room().messages().get(0).ts();
        assertThat(post("k-2", parent).statusCode()).isEqualTo(200);
        String reply = slack.room().messages().get(1).ts();
        assertThat(post("k-3", reply).statusCode()).isEqualTo(200);

        assertThat(ask("conversations.history", Map.of()).body())
                .contains("k-1")
                .doesNotContain("k-2", "k-3");
        assertThat(ask("conversations.replies", Map.of("ts", reply)).body()).contains("k-1", "k-2", "k-3");
        assertThat(post("k-4", "1.000001").body()).contains("thread_not_found");
    }

    @Test
    void who_is_limited_hears_for_how_long_and_is_not_told_on() throws Exception {
        slack.host().be(Mood.LIMITS);

        HttpResponse<String> answer = post("k-1", "");

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
        assertThat(slack.room().messages()).isEmpty();
        assertThat(slack.host().calls()).hasSize(1);
    }

    @Test
    void while_it_is_down_every_call_fails_and_nothing_is_taken() throws Exception {
        slack.host().isDown(true);

        assertThat(post("k-1", "").statusCode()).isBetween(500, 503);
        assertThat(ask("conversations.history", Map.of()).statusCode()).isBetween(500, 503);
        assertThat(slack.posts()).isEmpty();

        slack.host().isDown(false);

        assertThat(post("k-1", "").statusCode()).isEqualTo(200);
    }

    @Test
    void one_that_loses_answers_has_taken_some_of_the_messages() throws Exception {
        slack.host().be(Mood.LOSES);

        assertThatThrownBy(() -> post("k-1", "")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> post("k-2", "")).isInstanceOf(IOException.class);

        assertThat(slack.room().messages()).isNotEmpty();
    }

    @Test
    void one_that_is_away_is_back_at_the_same_address() throws Exception {
        slack.host().be(Mood.AWAY);
        assertThatThrownBy(() -> post("k-1", "")).isInstanceOf(ConnectException.class);

        slack.host().be(Mood.WELL);

        assertThat(post("k-2", "").statusCode()).isEqualTo(200);
        assertThat(slack.room().messages()).extracting(SlackMessage::key).containsExactly("k-2");
    }
}
