package io.secplat.workers.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.stream.Message;
import io.secplat.stream.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeriveRequestsTest {

    private final DerivationStage stage = new DerivationStage();

    @Test
    void the_requests_of_one_read_are_merged() {
        stage.monitor("a", "b", "c");

        var outcomes = stage.requests.handle(List.of(request("1", "[\"a\",\"b\"]"), request("2", "[\"b\"]")));

        assertThat(outcomes).containsEntry("1", Outcome.DONE).containsEntry("2", Outcome.DONE);
        assertThat(stage.status("b").version()).isEqualTo(1);
        assertThat(stage.hasStatus("c")).isFalse();
    }

    @Test
    void an_empty_list_means_every_monitored_asset() {
        stage.monitor("a", "b");

        assertThat(stage.requests.handle(List.of(request("1", "[]")))).containsEntry("1", Outcome.DONE);

        assertThat(stage.hasStatus("a")).isTrue();
        assertThat(stage.hasStatus("b")).isTrue();
    }

    @Test
    void the_payload_alone_is_enough() {
        stage.monitor("a");
        Message message = new Message("1", Map.of("payload", "{\"asset_keys\":[\"a\"],\"reason\":\"events_written\"}"));

        assertThat(stage.requests.handle(List.of(message))).containsEntry("1", Outcome.DONE);
        assertThat(stage.hasStatus("a")).isTrue();
    }

    @Test
    void an_asset_that_is_not_there_is_no_error() {
        assertThat(stage.requests.handle(List.of(request("1", "[\"nobody\"]")))).containsEntry("1", Outcome.DONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"not a key\"]", "[\"a\", \"\"]"})
    void keys_that_cannot_be_keys_go_to_the_dead_letters(String keys) {
        stage.monitor("a");

        var outcomes = stage.requests.handle(List.of(request("1", keys), request("2", "[\"a\"]")));

        assertThat(outcomes)
                .containsEntry("1", new Outcome.Park("invalid_payload"))
                .containsEntry("2", Outcome.DONE);
        assertThat(stage.hasStatus("a")).isTrue();
    }

    @Test
    void what_is_no_request_goes_to_the_dead_letters() {
        Message bogus = new Message("1", Map.of("foo", "bar"));
        Message reason = new Message("2", Map.of("asset_keys", "[]", "reason", "whim"));
        Message other = new Message("3", Map.of("asset_keys", "[]", "event_type", "scan.requested"));

        assertThat(stage.requests.handle(List.of(bogus, reason, other)).values())
                .containsOnly(new Outcome.Park("invalid_payload"));
    }

    @Test
    void requests_are_held_while_the_record_or_the_courier_is_away() {
        stage.monitor("a");
        stage.record.goAway();
        assertThat(stage.requests.handle(List.of(request("1", "[\"a\"]"))))
                .containsEntry("1", new Outcome.Hold("search_unavailable"));

        stage.record.comeBack();
        stage.courier.away(true);
        assertThat(stage.requests.handle(List.of(request("1", "[\"a\"]"))))
                .containsEntry("1", new Outcome.Hold("courier_unavailable"));

        stage.courier.away(false);
        assertThat(stage.requests.handle(List.of(request("1", "[\"a\"]")))).containsEntry("1", Outcome.DONE);
        assertThat(stage.told()).containsExactly("a >unknown");
    }

    private static Message request(String id, String keys) {
        return new Message(id, Map.of("event_type", "derive.requested", "asset_keys", keys, "reason", "manual"));
    }
}
