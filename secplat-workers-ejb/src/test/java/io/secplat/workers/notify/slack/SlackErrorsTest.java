package io.secplat.workers.notify.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.workers.notify.channel.Channel;
import io.secplat.workers.notify.channel.Delivery;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackErrorsTest {

    private static final Delivery AGAIN = new Delivery.TryAgain(Optional.empty());
    private static final Delivery UNSEEN = new Delivery.Uncertain();
    private static final Delivery FINAL = new Delivery.GiveUp();

    private final FakeSlackApi slack = new FakeSlackApi();

    @AfterEach
    void close() {
        slack.close();
    }

    private Delivery deliver() throws InterruptedException {
        return slack.channel().deliver(SlackParcels.down("billing-web"));
    }

    private static Delivery meaning(SlackVerdict verdict) {
        return switch (verdict) {
            case LATER -> AGAIN;
            case OPEN -> UNSEEN;
            case NEVER -> FINAL;
        };
    }

    static Stream<String> listed() {
        return SlackErrors.BY_NAME.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("listed")
    void each_listed_error_is_obeyed_by_one_call(String error) throws Exception {
        slack.refuses("chat.postMessage", error);

        assertThat(deliver()).isEqualTo(meaning(SlackErrors.BY_NAME.get(error)));
        assertThat(slack.methods()).containsExactly("chat.postMessage");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ratelimited", "service_unavailable", "request_timeout"})
    void what_was_surely_not_posted_is_tried_again(String error) {
        assertThat(SlackErrors.verdict(200, Optional.of(error))).isEqualTo(SlackVerdict.LATER);
    }

    /** Slack's reference: some aspect of the operation may have succeeded before the error was raised. */
    @ParameterizedTest
    @ValueSource(strings = {"fatal_error", "internal_error"})
    void what_slack_says_may_have_happened_is_open(String error) {
        assertThat(SlackErrors.verdict(200, Optional.of(error))).isEqualTo(SlackVerdict.OPEN);
        assertThat(SlackErrors.verdict(500, Optional.of(error))).isEqualTo(SlackVerdict.OPEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "channel_not_found",
                "not_in_channel",
                "is_archived",
                "invalid_auth",
                "account_inactive",
                "token_revoked",
                "no_permission",
                "missing_scope",
                "msg_too_long",
                "invalid_blocks",
                "an_error_of_next_year"
            })
    void a_refusal_is_final(String error) {
        assertThat(SlackErrors.verdict(200, Optional.of(error))).isEqualTo(SlackVerdict.NEVER);
    }

    @ParameterizedTest
    @CsvSource({
        "408,LATER",
        "425,LATER",
        "429,LATER",
        "500,LATER",
        "503,LATER",
        "502,OPEN",
        "504,OPEN",
        "520,OPEN",
        "301,NEVER",
        "307,NEVER",
        "400,NEVER",
        "401,NEVER",
        "403,NEVER",
        "404,NEVER",
        "413,NEVER"
    })
    void each_status_is_obeyed_by_one_call(int status, SlackVerdict verdict) throws Exception {
        slack.says("chat.postMessage", status, Map.of("Location", slack.url() + "chat.postMessage"), "<html>");

        assertThat(deliver()).isEqualTo(meaning(verdict));
        assertThat(slack.methods()).containsExactly("chat.postMessage");
    }

    @ParameterizedTest
    @CsvSource({"429,ratelimited", "200,ratelimited", "503,service_unavailable", "429,invalid_auth"})
    void the_wish_of_slack_to_wait_is_passed_on(int status, String error) throws Exception {
        slack.says(
                "chat.postMessage", status, Map.of("Retry-After", "17"), "{\"ok\":false,\"error\":\"" + error + "\"}");

        assertThat(deliver()).isEqualTo(new Delivery.TryAgain(Optional.of(Duration.ofSeconds(17))));
        assertThat(slack.methods()).hasSize(1);
    }

    @Test
    void a_slack_that_wants_no_delay_is_not_asked_twice_by_the_library() throws Exception {
        slack.says("chat.postMessage", 503, Map.of("Retry-After", "0"), "");

        assertThat(deliver()).isEqualTo(AGAIN);
        assertThat(slack.methods()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "{}", "{\"ok\":\"yes\"}"})
    void an_acceptance_that_cannot_be_read_may_be_one(String body) throws Exception {
        slack.says("chat.postMessage", 200, Map.of(), body);

        assertThat(deliver()).isEqualTo(UNSEEN);
    }

    @Test
    void an_acceptance_without_a_name_has_no_reference() throws Exception {
        slack.says("chat.postMessage", 200, Map.of(), "{\"ok\":true}");

        assertThat(deliver()).isEqualTo(new Delivery.Delivered(null));
    }

    @Test
    void a_lost_answer_leaves_it_open() throws Exception {
        slack.answers("chat.postMessage", new FakeSlackApi.Answer.IsLost());

        assertThat(deliver()).isEqualTo(UNSEEN);
        assertThat(slack.methods()).hasSize(1);
    }

    @Test
    void a_late_answer_leaves_it_open() throws Exception {
        slack.answers("chat.postMessage", new FakeSlackApi.Answer.Hangs());
        Channel hasty = slack.channel(Map.of("SLACK_TIMEOUT_MS", "300"), Clock.systemUTC());

        assertThat(hasty.deliver(SlackParcels.down("billing-web"))).isEqualTo(UNSEEN);
    }

    @Test
    void without_a_connection_nothing_was_posted() throws Exception {
        slack.close();

        assertThat(deliver()).isEqualTo(AGAIN);
    }

    @Test
    void a_name_that_leads_nowhere_is_no_connection() throws Exception {
        Channel lost = slack.channel(Map.of("SLACK_API_URL", "http://nowhere.invalid/api/"), Clock.systemUTC());

        assertThat(lost.deliver(SlackParcels.down("billing-web"))).isEqualTo(AGAIN);
    }

    @Test
    void who_is_to_end_gets_no_answer_made_up() {
        slack.answers("chat.postMessage", new FakeSlackApi.Answer.IsLost());
        Thread.currentThread().interrupt();

        assertThat(org.assertj.core.api.Assertions.catchThrowable(this::deliver))
                .isInstanceOf(InterruptedException.class);
    }
}
