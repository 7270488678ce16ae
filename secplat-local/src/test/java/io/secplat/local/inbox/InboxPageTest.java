package io.secplat.local.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.local.Client;
import io.secplat.local.http.Call;
import io.secplat.local.http.LoopbackServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page shows each message much as its service would. */
class InboxPageTest {

    private static final String[] BOT = {"Authorization", "Bearer xoxb-1"};
    private static final String[] ACCOUNT = {"Authorization", basic("AC1:token")};
    private static final String[] JIRA = {"Authorization", basic("me@example.org:token")};
    private static final String TWILIO = "/2010-04-01/Accounts/AC1/Messages.json";
    private static final String EVIL = "<script>alert(1)</script>";

    @TempDir
    Path folder;

    private LoopbackServer server;
    private Client inbox;

    @BeforeEach
    void start() throws IOException {
        server = LoopbackServer.start(
                0, new Inbox(new MessageBook(folder.resolve("messages.jsonl"), Clock.systemUTC())));
        inbox = new Client(server.port());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String page() {
        return inbox.get("/").body();
    }

    private JsonObject slack(String method, String form) {
        return object(inbox.postForm("/api/" + method, form, BOT).body());
    }

    private static JsonObject object(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private String outage() {
        String blocks =
                """
                [{"type":"header","text":{"type":"plain_text","text":"HIGH: shop is down"}},
                 {"type":"section","text":{"type":"mrkdwn","text":"*HTTP 503* from <https://shop.example.org|the shop> &amp; <script>"}},
                 {"type":"context","elements":[{"type":"mrkdwn","text":"Assets: shop"}]},
                 {"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"Acknowledge"},"style":"primary"}]}]""";
        return slack("chat.postMessage", "channel=%23ops&text=down&blocks=" + encoded(blocks))
                .getString("ts");
    }

    private String issue(String summary) {
        String body = "{\"fields\":{\"project\":{\"key\":\"SEC\"},\"issuetype\":{\"name\":\"Task\"},\"summary\":\""
                + summary + "\",\"labels\":[\"secplat-1\"],\"description\":" + document("Severity: high") + "}}";
        return object(inbox.postJson("/rest/api/3/issue", body, JIRA).body()).getString("key");
    }

    private static String document(String text) {
        return "{\"type\":\"doc\",\"version\":1,\"content\":[{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\",\"text\":\""
                + text + "\"}]}]}";
    }

    @Test
    void blocks_show_as_header_text_context_and_buttons_that_do_nothing() {
        outage();
        assertThat(page())
                .contains("<h3>HIGH: shop is down</h3>")
                .contains("<p><b>HTTP 503</b> from <a href=\"https://shop.example.org\" rel=\"noreferrer\">the shop</a>"
                        + " &amp; &lt;script&gt;</p>")
                .contains("<p class=\"context\">Assets: shop</p>")
                .contains("<span class=\"button primary\">Acknowledge</span>")
                .doesNotContain("<button", "<form", "<script");
    }

    @Test
    void a_reply_shows_under_its_message_and_a_change_in_its_place() {
        String ts = outage();
        slack("chat.postMessage", "channel=%23ops&text=later");
        slack("chat.postMessage", "channel=%23ops&thread_ts=" + ts + "&text=up+again");
        slack("chat.update", "channel=%23ops&ts=" + ts + "&text=" + encoded(":white_check_mark: shop was down"));

        String page = page();
        assertThat(page).doesNotContain("HIGH: shop is down</h3>").contains("(edited)");
        assertThat(page.indexOf("shop was down")).isPositive().isLessThan(page.indexOf("<div class=\"reply\">"));
        assertThat(page.indexOf("up again")).isGreaterThan(page.indexOf("<div class=\"reply\">"));
        assertThat(page.indexOf("up again")).isLessThan(page.indexOf("<p>later</p>"));
        assertThat(page).contains("<span class=\"tick\">✓</span> shop was down");
    }

    @Test
    void a_bot_finds_what_it_posted() {
        String ts = outage();
        slack("chat.postMessage", "channel=%23ops&thread_ts=" + ts + "&text=up");

        assertThat(slack("conversations.list", "limit=1").toString()).contains("\"name\":\"ops\"");
        assertThat(slack("conversations.history", "channel=%23ops").getJsonArray("messages"))
                .hasSize(1);
        assertThat(slack("conversations.replies", "channel=%23ops&ts=" + ts).getJsonArray("messages"))
                .hasSize(2);
        assertThat(slack("conversations.replies", "channel=%23ops&ts=1.1").getString("error"))
                .isEqualTo("thread_not_found");
        assertThat(slack("chat.update", "channel=%23ops&ts=1.1&text=x").getString("error"))
                .isEqualTo("message_not_found");
    }

    @Test
    void a_telephone_shows_a_bubble_and_what_an_sms_costs() {
        inbox.postForm(TWILIO, "From=whatsapp%3A%2B4915100000001&To=whatsapp%3A%2B4915100000002&Body=hello", ACCOUNT);
        inbox.postForm(TWILIO, "From=%2B4915100000001&To=%2B4915100000003&Body=" + "x".repeat(161), ACCOUNT);

        assertThat(page())
                .contains("<b>WhatsApp</b> <span>to +4915100000002</span>", "<div class=\"bubble green\">hello</div>")
                .contains("<b>SMS</b> <span>to +4915100000003</span>", "<p class=\"context\">2 segments</p>");
    }

    @Test
    void twilio_lists_what_went_from_one_to_another() throws IOException {
        for (String to : List.of("%2B4915100000002", "%2B4915100000003")) {
            inbox.postForm(TWILIO, "From=%2B4915100000001&Body=hello&To=" + to, ACCOUNT);
        }
        MessageBook book = new MessageBook(folder.resolve("messages.jsonl"), Clock.systemUTC());
        URI question = URI.create(TWILIO + "?From=%2B4915100000001&To=%2B4915100000003");
        Map<String, String> headers = Map.of("authorization", basic("AC1:token"));

        JsonObject found = object(
                new Inbox(book).apply(new Call("GET", question, headers, "")).body());

        assertThat(found.getJsonArray("messages")).singleElement().satisfies(message -> assertThat(
                        message.asJsonObject().getString("to"))
                .isEqualTo("+4915100000003"));
        assertThat(found.isNull("next_page_uri")).isTrue();
    }

    @Test
    void texts_are_counted_in_segments_as_twilio_does() {
        assertThat(SmsLength.segments("x".repeat(160))).isEqualTo(1);
        assertThat(SmsLength.segments("x".repeat(161))).isEqualTo(2);
        assertThat(SmsLength.segments("x".repeat(307))).isEqualTo(3);
        assertThat(SmsLength.segments("€".repeat(80))).isEqualTo(1);
        assertThat(SmsLength.segments("€".repeat(81))).isEqualTo(2);
        assertThat(SmsLength.segments("ж".repeat(70))).isEqualTo(1);
        assertThat(SmsLength.segments("ж".repeat(71))).isEqualTo(2);
    }

    @Test
    void an_issue_shows_where_it_stands_and_what_was_said_of_it() {
        String key = issue("shop is down");
        assertThat(page()).contains("<h3>shop is down</h3>", "<span class=\"status to_do\">To Do</span>");

        assertThat(inbox.postJson(
                                "/rest/api/3/issue/" + key + "/comment",
                                "{\"body\":" + document("shop is up") + "}",
                                JIRA)
                        .statusCode())
                .isEqualTo(201);
        assertThat(inbox.postJson("/rest/api/3/issue/" + key + "/transitions", "{\"transition\":{\"id\":\"31\"}}", JIRA)
                        .statusCode())
                .isEqualTo(204);

        assertThat(page())
                .contains("<b>" + key + "</b>", "<span class=\"status done\">Done</span>", "<p>Severity: high</p>")
                .contains("<p>shop is up</p>");
    }

    @Test
    void what_jira_does_not_know_it_refuses() {
        String key = issue("shop is down");
        assertThat(inbox.postJson("/rest/api/3/issue/SEC-99/comment", "{}", JIRA)
                        .statusCode())
                .isEqualTo(404);
        assertThat(inbox.postJson("/rest/api/3/issue/" + key + "/comment", "{\"body\":\"text\"}", JIRA)
                        .statusCode())
                .isEqualTo(400);
        assertThat(inbox.postJson("/rest/api/3/issue/" + key + "/transitions", "{\"transition\":{\"id\":\"7\"}}", JIRA)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void one_service_alone_can_be_shown() {
        outage();
        issue("broken lock");
        String jira = inbox.get("/?service=jira").body();
        assertThat(jira).contains("<h3>broken lock</h3>").doesNotContain("<h3>HIGH: shop is down</h3>");
        assertThat(inbox.get("/?service=pigeon").body()).contains("broken lock", "HIGH: shop is down");
    }

    @Test
    void the_page_loads_itself_again_unless_somebody_wants_it_still() {
        assertThat(page()).contains("http-equiv=\"refresh\"", "/?reload=no");
        assertThat(inbox.get("/?service=jira&reload=no").body())
                .contains("/?service=jira&amp;reload=yes", "/?service=slack&amp;reload=no")
                .doesNotContain("http-equiv=\"refresh\"");
    }

    @Test
    void whatever_was_sent_is_escaped() {
        String blocks =
                "[{\"type\":\"" + EVIL + "\"},{\"type\":\"header\",\"text\":{\"type\":\"plain_text\",\"text\":\"" + EVIL
                        + "\"}},{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"" + EVIL
                        + " <https://x.org/\\\"onclick=1|"
                        + "label>\"}},{\"type\":\"actions\",\"elements\":[{\"type\":\"button\",\"style\":\"\\\"><b\",\"text\":{\"text\":\""
                        + EVIL + "\"}}]}]";
        slack("chat.postMessage", "channel=" + encoded("#" + EVIL) + "&text=x&blocks=" + encoded(blocks));
        inbox.postForm(TWILIO, "From=%2B4915100000001&To=%2B4915100000003&Body=" + encoded(EVIL), ACCOUNT);
        String key = issue(EVIL);
        inbox.postJson("/rest/api/3/issue/" + key + "/comment", "{\"body\":" + document(EVIL) + "}", JIRA);

        assertThat(page())
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script", "\"onclick", "\"><b")
                .contains("<a href=\"https://x.org/&quot;onclick=1\"");
    }
}
