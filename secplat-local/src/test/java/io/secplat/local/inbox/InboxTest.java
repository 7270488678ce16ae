package io.secplat.local.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.local.Client;
import io.secplat.local.http.LoopbackServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxTest {

    private static final String WEBHOOK = "/slack/webhook/local";
    private static final String TWILIO = "/2010-04-01/Accounts/AC1/Messages.json";
    private static final String ISSUE = "/rest/api/3/issue";

    @TempDir
    Path folder;

    private LoopbackServer server;
    private Client inbox;

    @BeforeEach
    void start() throws IOException {
        server = LoopbackServer.start(0, new Inbox(new MessageBook(file(), Clock.systemUTC())));
        inbox = new Client(server.port());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_webhook_message_is_answered_ok_and_kept() {
        HttpResponse<String> answer = inbox.postJson(WEBHOOK, "{\"text\":\"*SecPlat:* verify-web is down\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("ok");
        assertThat(inbox.get("/messages").body())
                .contains("\"id\":1", "\"service\":\"slack\"", "\"text\":\"*SecPlat:* verify-web is down\"");
    }

    @Test
    void a_webhook_refuses_what_slack_refuses() {
        assertThat(inbox.postJson(WEBHOOK, "{bad").body()).isEqualTo("invalid_payload");
        assertThat(inbox.postJson(WEBHOOK, "{}").body()).isEqualTo("no_text");
        assertThat(inbox.postJson(WEBHOOK, "{}").statusCode()).isEqualTo(400);
        assertThat(inbox.get(WEBHOOK).statusCode()).isEqualTo(405);
        assertThat(inbox.get("/messages").body()).isEqualTo("[]");
    }

    @Test
    void blocks_alone_and_a_form_with_a_payload_are_messages_too() {
        assertThat(inbox.postJson(WEBHOOK, "{\"blocks\":[{\"type\":\"divider\"}]}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(inbox.postForm(WEBHOOK, "payload=%7B%22text%22%3A%22hi%22%7D")
                        .body())
                .isEqualTo("ok");
    }

    @Test
    void chat_post_message_wants_a_token_a_channel_and_a_text() {
        String[] token = {"Authorization", "Bearer xoxb-1"};
        assertThat(inbox.postJson("/api/chat.postMessage", "{}").body()).contains("not_authed");
        assertThat(inbox.postJson("/api/chat.postMessage", "{}", token).body()).contains("channel_not_found");
        assertThat(inbox.postJson("/api/chat.postMessage", "{\"channel\":\"#ops\"}", token)
                        .body())
                .contains("no_text");
        assertThat(inbox.postForm("/api/chat.postMessage", "token=xoxb-1&channel=%23ops&text=down")
                        .body())
                .contains("\"ok\":true", "\"channel\":\"#ops\"", "\"ts\":");
        assertThat(inbox.postForm("/api/auth.test", "", token).body()).contains("\"ok\":true");
    }

    @Test
    void the_contact_point_of_grafana_is_heard_and_nothing_else_is_taken_for_it() {
        String firing =
                "{\"receiver\":\"SecPlat operators\",\"title\":\"[FIRING:1] SecPlatServerDown\",\"alerts\":[{\"status\":\"firing\"}]}";

        assertThat(inbox.postJson("/alerts", firing).statusCode()).isEqualTo(200);
        assertThat(inbox.postJson("/alerts", "{}").statusCode()).isEqualTo(400);
        assertThat(inbox.get("/alerts").statusCode()).isEqualTo(405);

        assertThat(inbox.get("/messages").body())
                .contains(
                        "\"id\":1",
                        "\"service\":\"grafana\"",
                        "\"recipient\":\"SecPlat operators\"",
                        "\"text\":\"[FIRING:1] SecPlatServerDown\"")
                .doesNotContain("\"id\":2");
        assertThat(inbox.get("/").body()).contains("SecPlatServerDown");
    }

    @Test
    void twilio_answers_with_a_queued_message() {
        HttpResponse<String> answer = inbox.postForm(
                TWILIO, "From=whatsapp%3A%2B14155238886&To=whatsapp%3A%2B4915112345678&Body=down", basic("AC1:token"));
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body())
                .containsPattern("\"sid\":\"SM[0-9a-f]{32}\"")
                .contains("\"status\":\"queued\"", "\"to\":\"whatsapp:+4915112345678\"");
        assertThat(inbox.get("/messages").body()).contains("\"recipient\":\"whatsapp:+4915112345678\"");
    }

    @Test
    void twilio_refuses_with_its_codes() {
        assertThat(inbox.postForm(TWILIO, "To=%2B4915112345678&From=%2B1415&Body=x", basic("AC2:token"))
                        .body())
                .contains("20003");
        assertThat(inbox.postForm(TWILIO, "Body=x", basic("AC1:token")).body()).contains("21604");
        assertThat(inbox.postForm(TWILIO, "To=me&From=%2B1415&Body=x", basic("AC1:token"))
                        .body())
                .contains("21211");
        assertThat(inbox.postForm(TWILIO, "To=%2B4915112345678&From=%2B1415", basic("AC1:token"))
                        .body())
                .contains("21602");
        HttpResponse<String> longBody =
                inbox.postForm(TWILIO, "To=%2B4915112345678&From=%2B1415&Body=" + "x".repeat(1601), basic("AC1:token"));
        assertThat(longBody.statusCode()).isEqualTo(400);
        assertThat(longBody.body()).contains("21617");
    }

    @Test
    void jira_creates_an_issue() {
        HttpResponse<String> answer = inbox.postJson(
                ISSUE,
                "{\"fields\":{\"project\":{\"key\":\"SEC\"},\"issuetype\":{\"name\":\"Task\"},\"summary\":\"Down\","
                        + "\"description\":{\"type\":\"doc\",\"version\":1,\"content\":[]}}}",
                basic("me@example.org:token"));
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).contains("\"key\":\"SEC-1\"", "\"self\":\"http://127.0.0.1:" + server.port() + ISSUE);
    }

    @Test
    void jira_names_the_fields_that_are_wrong() {
        String bad = "{\"fields\":{\"summary\":\"\",\"description\":\"plain text\"}}";
        HttpResponse<String> answer = inbox.postJson(ISSUE, bad, basic("me:token"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("\"errors\":{", "\"project\"", "\"issuetype\"", "\"summary\"", "\"description\"");
        assertThat(inbox.postJson(ISSUE, "[]", basic("me:token")).statusCode()).isEqualTo(400);
        assertThat(inbox.postJson(ISSUE, bad).statusCode()).isEqualTo(401);
    }

    @Test
    void messages_survive_a_restart_and_a_line_that_a_crash_cut_off() throws IOException {
        inbox.postJson(WEBHOOK, "{\"text\":\"first\"}");
        Files.writeString(file(), "{\"id\":2,\"at\":\"2026-", StandardOpenOption.APPEND);
        stop();
        start();
        inbox.postJson(WEBHOOK, "{\"text\":\"second\"}");
        stop();
        start();
        assertThat(inbox.get("/messages").body()).contains("\"first\"", "\"second\"");
        assertThat(inbox.get("/messages?since=1").body()).contains("\"second\"").doesNotContain("\"first\"");
    }

    @Test
    void a_planned_fault_hits_so_many_calls_and_no_more() {
        assertThat(inbox.postJson("/faults", "{\"service\":\"slack\",\"status\":429,\"times\":2,\"retry_after\":7}")
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> first = inbox.postJson(WEBHOOK, "{\"text\":\"x\"}");
        assertThat(first.statusCode()).isEqualTo(429);
        assertThat(first.headers().firstValue("Retry-After")).contains("7");
        assertThat(inbox.postJson(WEBHOOK, "{\"text\":\"x\"}").statusCode()).isEqualTo(429);
        assertThat(inbox.postJson(WEBHOOK, "{\"text\":\"x\"}").statusCode()).isEqualTo(200);
        assertThat(inbox.postJson("/faults", "{\"status\":503}").statusCode()).isEqualTo(422);
    }

    @Test
    void the_page_escapes_what_was_sent() {
        inbox.postJson(WEBHOOK, "{\"text\":\"<script>alert(1)</script>\"}");
        HttpResponse<String> page = inbox.get("/");
        assertThat(page.body())
                .contains("&lt;script&gt;alert(1)", "http-equiv=\"refresh\"")
                .doesNotContain("<script>");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
    }

    private Path file() {
        return folder.resolve("messages.jsonl");
    }

    private static String[] basic(String pair) {
        return new String[] {
            "Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8))
        };
    }
}
