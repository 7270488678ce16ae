package io.secplat.api.operators.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.api.operators.OperatorActHandler;
import io.secplat.api.postgres.Database;
import io.secplat.api.postgres.Rows;
import io.secplat.api.postgres.TestDatabase;
import io.secplat.contracts.event.Envelope;
import io.secplat.contracts.event.EnvelopeCodec;
import io.secplat.contracts.event.OperatorAct;
import io.secplat.contracts.event.OperatorAct.Ending;
import io.secplat.stream.Message;
import io.secplat.stream.Outcome;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What servers tell of their operators becomes one row of the audit for each act, whatever happens to the server. */
class PostgresOperatorActsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Instant T0 = Instant.parse("2026-05-04T07:21:00Z");
    private static final String DETAILS = "SELECT details FROM audit_events ORDER BY id";

    private final Database database = TestDatabase.fresh();
    private final Rows rows = new Rows(database);
    private final PostgresOperatorActs acts = new PostgresOperatorActs(database);
    private final OperatorActHandler handler = new OperatorActHandler(acts);
    private final OperatorAct asked = new OperatorAct(
            UUID.randomUUID().toString(),
            "olga",
            "7@worker-1",
            "io.secplat:type=Loop,role=deriver,name=derivers",
            "setConcurrency",
            List.of("3"),
            T0,
            null);
    private final OperatorAct acted = asked.ended(new Ending("done", "Concurrency is 3, was 8."), T0.plusSeconds(1));

    @Test
    void an_act_that_ended_is_one_row_with_who_what_and_how() {
        handle(asked);
        assertThat(rows.audited()).isEmpty();

        handle(acted);

        assertThat(rows.audited()).containsExactly("admin.setConcurrency");
        assertThat(rows.one("SELECT user_name FROM audit_events", String.class)).isEqualTo("olga");
        assertThat(rows.one("SELECT request_id FROM audit_events", String.class))
                .isEqualTo(asked.actId());
        JsonObject details = rows.one(DETAILS, JsonObject.class);
        assertThat(details.getString("server")).isEqualTo("7@worker-1");
        assertThat(details.getString("target")).isEqualTo(asked.target());
        assertThat(details.getJsonArray("arguments")).hasToString("[\"3\"]");
        assertThat(details.getString("status")).isEqualTo("done");
        assertThat(details.getString("answer")).isEqualTo("Concurrency is 3, was 8.");
    }

    @Test
    void told_again_it_stays_one_row() {
        handle(asked, acted);
        handle(asked, acted);
        handle(acted);

        assertThat(rows.audited()).hasSize(1);
        assertThat(acts.giveUp(Duration.ZERO)).isZero();
    }

    @Test
    void when_the_process_dies_between_act_and_ending_the_audit_says_that_the_outcome_is_unknown() {
        handle(asked);
        assertThat(acts.giveUp(PATIENCE)).as("it may still be at work").isZero();
        rows.run("UPDATE operator_acts SET recorded_at = now() - interval '16 minutes'");

        assertThat(acts.giveUp(PATIENCE)).isEqualTo(1);
        assertThat(acts.giveUp(PATIENCE)).as("once").isZero();

        assertThat(rows.audited()).containsExactly("admin.setConcurrency");
        JsonObject details = rows.one(DETAILS, JsonObject.class);
        assertThat(details.getString("status")).isEqualTo("unknown");
        assertThat(details.getString("server")).isEqualTo("7@worker-1");
        assertThat(details.getJsonArray("arguments")).hasToString("[\"3\"]");
    }

    @Test
    void an_ending_that_comes_after_all_is_audited_as_well_and_under_the_same_id() {
        handle(asked);
        rows.run("UPDATE operator_acts SET recorded_at = now() - interval '16 minutes'");
        acts.giveUp(PATIENCE);

        handle(acted);
        handle(acted);

        assertThat(rows.ask("SELECT details->>'status' FROM audit_events ORDER BY id", String.class))
                .containsExactly("unknown", "done");
        assertThat(rows.ask("SELECT DISTINCT request_id FROM audit_events", String.class))
                .containsExactly(asked.actId());
    }

    @Test
    void an_ending_whose_beginning_was_lost_is_audited() {
        handle(acted);

        assertThat(rows.audited()).containsExactly("admin.setConcurrency");
    }

    @Test
    void what_has_ended_is_forgotten_after_a_while_and_what_has_not_is_kept() {
        OperatorAct other =
                new OperatorAct(UUID.randomUUID().toString(), "olga", "7@worker-1", "t", "pause", List.of(), T0, null);
        handle(acted, other);
        rows.run("UPDATE operator_acts SET recorded_at = now() - interval '8 days'");

        assertThat(acts.purge(Duration.ofDays(7))).isEqualTo(1);
        assertThat(acts.giveUp(PATIENCE)).isEqualTo(1);
        assertThat(rows.audited()).containsExactly("admin.setConcurrency", "admin.pause");
    }

    @Test
    void other_messages_pass_and_acts_that_cannot_be_read_are_parked() {
        Message other = new Message("1-0", Map.of("event_type", "notify.sent"));
        Map<String, String> broken = new HashMap<>(entry(asked, "2-0").fields());
        broken.put("act_id", "no uuid");
        Map<String, String> endless = new HashMap<>(entry(acted, "3-0").fields());
        endless.remove("status");
        endless.remove("payload");

        assertThat(handler.handle(
                        List.of(other, new Message("2-0", broken), new Message("3-0", endless), entry(acted, "4-0"))))
                .containsEntry("1-0", Outcome.DONE)
                .containsEntry("2-0", new Outcome.Park("invalid_payload"))
                .containsEntry("3-0", new Outcome.Park("invalid_payload"))
                .containsEntry("4-0", Outcome.DONE);
        assertThat(rows.audited()).hasSize(1);
    }

    private void handle(OperatorAct... told) {
        List<Message> messages =
                Stream.of(told).map(act -> entry(act, UUID.randomUUID() + "-0")).toList();
        assertThat(handler.handle(messages).values()).containsOnly(Outcome.DONE);
    }

    private static Message entry(OperatorAct act, String id) {
        Envelope envelope = Envelope.of(UUID.randomUUID().toString(), act, act.occurredAt(), act.actId());
        return new Message(id, EnvelopeCodec.encode(envelope));
    }
}
