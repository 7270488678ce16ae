package io.secplat.workers.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.contracts.event.ConsumerGroup;
import io.secplat.contracts.event.EventTypes;
import io.secplat.contracts.event.StreamName;
import io.secplat.runtime.Journal;
import io.secplat.runtime.Role;
import io.secplat.stream.ConsumerSettings;
import io.secplat.stream.InMemoryCourier;
import io.secplat.stream.Message;
import io.secplat.stream.Outcome;
import io.secplat.stream.RunningWorker;
import io.secplat.stream.StreamConsumer;
import io.secplat.stream.StreamConsumers;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrelatorTest {

    private static final StreamName STREAM = StreamName.CORRELATION;

    private final InMemoryCourier courier = new InMemoryCourier(Clock.systemUTC());
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final Journal journal =
            new Journal("correlator", Clock.systemUTC(), new PrintStream(log, true, StandardCharsets.UTF_8));
    private final RunningWorker running = new RunningWorker(new StreamConsumers(
                    courier, new StreamConsumer.Surroundings(Clock.systemUTC(), new Random(1), journal, Thread::new))
            .each(
                    Role.CORRELATOR,
                    ConsumerGroup.CORRELATORS,
                    "one",
                    ConsumerSettings.DEFAULT.withBlock(Duration.ofMillis(20)),
                    new Correlator(Map.of(), journal)));

    @AfterEach
    void stop() {
        running.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "posture.changed",
                "scan.completed",
                "scan.failed",
                "finding.updated",
                "incident.created",
                "incident.updated",
                "incident.closed"
            })
    void what_is_no_business_of_ours_is_acknowledged_and_ignored(String type) {
        add(type);

        assertThat(courier.deadLetters(STREAM)).isEmpty();
    }

    @Test
    void an_unknown_type_goes_to_the_dead_letters_by_name() {
        add("asset.painted");

        assertThat(errors()).containsExactly("unknown_event_type:asset.painted");
    }

    @Test
    void a_message_without_a_type_goes_to_the_dead_letters() {
        courier.add(STREAM, Map.of("asset_key", "billing-web"));
        awaitSettled();

        assertThat(errors()).containsExactly("missing_event_type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"finding.created", "alert.triggered"})
    void what_has_no_rule_yet_is_acknowledged_and_told(String type) {
        add(type);

        assertThat(courier.deadLetters(STREAM)).isEmpty();
        assertThat(log.toString(StandardCharsets.UTF_8)).contains("no_rule_yet", "\"event_id\":\"event-1\"");
    }

    @Test
    void a_rule_decides_about_its_type() throws Exception {
        Correlator correlator = new Correlator(
                Map.of(EventTypes.FINDING_CREATED, message -> new Outcome.Retry("incident_api_failed")), journal);

        assertThat(correlator.handle(new Message("1-0", Map.of("event_type", "finding.created"))))
                .isEqualTo(new Outcome.Retry("incident_api_failed"));
    }

    private void add(String type) {
        courier.add(STREAM, Map.of("event_id", "event-1", "event_type", type));
        awaitSettled();
    }

    private void awaitSettled() {
        await().until(() -> courier.state(ConsumerGroup.CORRELATORS).lag() == 0
                && courier.state(ConsumerGroup.CORRELATORS).pending() == 0
                && courier.inspector().inspect().get(STREAM).groups().containsKey("correlators"));
    }

    private List<String> errors() {
        return courier.deadLetters(STREAM).stream()
                .map(letter -> letter.fields().getOrDefault("error", ""))
                .toList();
    }
}
