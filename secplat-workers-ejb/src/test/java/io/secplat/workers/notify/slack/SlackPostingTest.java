package io.secplat.workers.notify.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.channel.Delivery;
import io.secplat.workers.notify.channel.Parcel;
import io.secplat.workers.notify.channel.Rate;
import io.secplat.workers.notify.letter.Notice;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackPostingTest {

    private final FakeSlackApi slack = new FakeSlackApi();

    @AfterEach
    void close() {
        slack.close();
    }

    private FakeSlackApi.Request posted(Parcel parcel) throws InterruptedException {
        assertThat(slack.channel().deliver(parcel)).isInstanceOf(Delivery.Delivered.class);
        return slack.requests("chat.postMessage").get(0);
    }

    private static List<String> types(JsonArray blocks) {
        return blocks.getValuesAs(JsonObject.class).stream()
                .map(block -> block.getString("type"))
                .toList();
    }

    @Test
    void a_message_is_one_call_with_the_token_in_its_header_alone() throws Exception {
        FakeSlackApi.Request request = posted(SlackParcels.down("billing-web"));

        assertThat(slack.methods()).containsExactly("chat.postMessage");
        assertThat(request.authorization()).isEqualTo("Bearer " + FakeSlackApi.TOKEN);
        assertThat(request.form().toString()).doesNotContain(FakeSlackApi.TOKEN);
        assertThat(request.argument("channel")).isEqualTo("#ops");
    }

    @Test
    void the_text_is_the_contracts() throws Exception {
        assertThat(posted(SlackParcels.down("billing-web")).argument("text"))
                .isEqualTo("*SecPlat:* billing-web is down\nHTTP 503.");
    }

    @Test
    void an_outage_by_hand_has_the_contracts_text_too() throws Exception {
        FakeSlackApi.Request request =
                posted(SlackParcels.parcel(new Notice.Outage(List.of("billing-web", "juice-shop")), null));

        assertThat(request.argument("text")).isEqualTo("*SecPlat alert:* 2 asset(s) down: billing-web, juice-shop");
        assertThat(types(request.blocks())).containsExactly("header", "section");
        assertThat(request.argument("blocks")).contains("ALERT: 2 asset(s) down", "billing-web, juice-shop");
    }

    @Test
    void a_message_shows_severity_body_assets_link_and_buttons() throws Exception {
        FakeSlackApi.Request request = posted(SlackParcels.incident(42, "https://secplat.example.org/incidents/42"));

        assertThat(types(request.blocks())).containsExactly("header", "section", "context", "actions");
        assertThat(request.argument("blocks"))
                .contains(
                        "HIGH: Card data &lt;leaked&gt;",
                        "Look &amp; see.",
                        "Assets: shop",
                        "<https://secplat.example.org/incidents/42|Open in SecPlat>",
                        "\"action_id\":\"create_jira\",\"value\":\"42\"")
                .doesNotContain("ack_alert");
    }

    @ParameterizedTest
    @CsvSource({"incident.created,true", "incident.updated,true", "incident.closed,false"})
    void nobody_is_asked_for_an_issue_of_an_incident_that_is_over(String kind, boolean asked) throws Exception {
        Notice notice = SlackParcels.told(kind, "Card data", "Solved.", List.of("shop"), 42, null);

        JsonArray blocks = posted(SlackParcels.parcel(notice, null)).blocks();

        assertThat(blocks.toString().contains("create_jira")).isEqualTo(asked);
        assertThat(types(blocks).contains("actions")).isEqualTo(asked);
    }

    @Test
    void an_outage_can_be_acknowledged() throws Exception {
        JsonArray blocks =
                posted(SlackParcels.down("billing-web", "juice-shop")).blocks();

        JsonObject button = blocks.getValuesAs(JsonObject.class)
                .get(3)
                .getJsonArray("elements")
                .getJsonObject(0);
        assertThat(button.getString("action_id")).isEqualTo("ack_alert");
        assertThat(button.getString("value")).isEqualTo("[\"billing-web\",\"juice-shop\"]");
        assertThat(button.getJsonObject("text").getString("text")).isEqualTo("Acknowledge");
    }

    @Test
    void more_assets_than_a_button_holds_get_none() throws Exception {
        String[] many = IntStream.range(0, 300).mapToObj(n -> "asset-" + n).toArray(String[]::new);

        FakeSlackApi.Request request = posted(SlackParcels.down(many));

        assertThat(types(request.blocks())).containsExactly("header", "section", "context");
    }

    @Test
    void a_value_of_just_two_thousand_characters_is_a_button() throws Exception {
        String longest = "a".repeat(1_996);

        assertThat(SlackBlocks.acknowledge(List.of(longest))).isPresent();
        assertThat(SlackBlocks.acknowledge(List.of(longest + "a"))).isEmpty();
    }

    @Test
    void nothing_is_longer_than_slack_takes() throws Exception {
        String[] many = IntStream.range(0, 2_000).mapToObj(n -> "asset-" + n).toArray(String[]::new);
        Notice notice = SlackParcels.told("asset.down", "&".repeat(9_000), "&".repeat(50_000), List.of(many), 1, null);

        FakeSlackApi.Request request = posted(SlackParcels.parcel(notice, null));

        List<JsonObject> blocks = request.blocks().getValuesAs(JsonObject.class);
        String header = blocks.get(0).getJsonObject("text").getString("text");
        String section = blocks.get(1).getJsonObject("text").getString("text");
        String context = blocks.get(2).getJsonArray("elements").getJsonObject(0).getString("text");
        assertThat(request.argument("text")).hasSizeBetween(39_990, 40_000).endsWith("&amp;…");
        assertThat(header).hasSizeBetween(140, 150).endsWith("&amp;…");
        assertThat(section).hasSizeBetween(2_990, 3_000).endsWith("&amp;…");
        assertThat(context).hasSizeBetween(1_990, 2_000);
        assertThat(blocks).hasSizeLessThanOrEqualTo(50);
    }

    @Test
    void no_character_is_cut_in_two() {
        assertThat(SlackText.limit("ab\uD83D\uDE00cd", 4)).isEqualTo("ab…");
        assertThat(SlackText.limit("abcd", 4)).isEqualTo("abcd");
    }

    @Test
    void a_link_that_is_none_of_the_webs_is_left_out() throws Exception {
        assertThat(posted(SlackParcels.incident(1, "javascript:alert(1)")).argument("blocks"))
                .doesNotContain("Open in SecPlat");
    }

    @Test
    void a_link_cannot_name_itself() throws Exception {
        assertThat(posted(SlackParcels.incident(1, "https://e.org/a|b>c")).argument("blocks"))
                .contains("<https://e.org/a%7Cb&gt;c|Open in SecPlat>");
    }

    @Test
    void each_message_carries_its_key_unseen() throws Exception {
        Parcel parcel = SlackParcels.down("billing-web");

        JsonObject metadata = Json.createReader(
                        new java.io.StringReader(posted(parcel).argument("metadata")))
                .readObject();

        assertThat(metadata)
                .isEqualTo(Json.createObjectBuilder()
                        .add("event_type", "secplat_notice")
                        .add(
                                "event_payload",
                                Json.createObjectBuilder()
                                        .add("key", parcel.key().toString()))
                        .build());
    }

    @Test
    void the_reference_is_channel_and_time() throws Exception {
        Delivery delivery = slack.channel().deliver(SlackParcels.down("billing-web"));

        String ts = slack.channels().messages().get(0).ts();
        assertThat(SlackParcels.reference(delivery))
                .isEqualTo(Json.createObjectBuilder()
                        .add("channel", FakeSlackChannels.ID)
                        .add("ts", ts)
                        .build());
    }

    @Test
    void the_channel_tells_whom_it_reaches_and_how_fast() {
        assertThat(slack.channel().name()).isEqualTo(ChannelName.SLACK);
        assertThat(slack.channel().recipient()).isEqualTo("slack:#ops");
        assertThat(slack.channel().rate()).isEqualTo(new Rate(1, 5));
        assertThat(slack.channel(Map.of("SLACK_RATE_PER_SECOND", "0.5", "SLACK_BURST", "2"), Clock.systemUTC())
                        .rate())
                .isEqualTo(new Rate(0.5, 2));
    }
}
