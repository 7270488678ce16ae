package io.secplat.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.contracts.event.StreamName;
import io.secplat.contracts.trace.TraceContext;
import io.secplat.runtime.CurrentTrace;
import io.secplat.runtime.Journal;
import io.secplat.runtime.Role;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try")
class TraceTest extends ConsumerBench {

    private static final String PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final Optional<TraceContext> TRACE = TraceContext.parse(PARENT, "congo=1");

    private final List<Optional<TraceContext>> current = new CopyOnWriteArrayList<>();

    private void add(String key, String parent) {
        Map<String, String> fields = new HashMap<>(Map.of("event_id", key, "asset_keys", key));
        fields.put("traceparent", parent);
        fields.put("tracestate", "congo=1");
        courier.add(STREAM, fields);
    }

    private Outcome note(Outcome outcome) {
        current.add(CurrentTrace.context());
        return outcome;
    }

    @Test
    void a_handler_works_in_the_trace_of_its_message_also_when_it_is_tried_again() throws Exception {
        add("a", PARENT);
        try (RunningWorker running =
                run(settings, message -> note(message.attempts() == 0 ? new Outcome.Retry("later") : Outcome.DONE))) {
            await().until(() -> current.size() == 2);
            awaitSettled();
        }
        assertThat(current).containsExactly(TRACE, TRACE);
        assertThat(CurrentTrace.context()).isEmpty();
    }

    @Test
    void a_malformed_trace_is_no_trace_and_no_error() throws Exception {
        add("a", "00-what?");
        try (RunningWorker running = run(settings, message -> note(Outcome.DONE))) {
            awaitSettled();
        }
        assertThat(current).containsExactly(Optional.empty());
        assertThat(courier.deadLetters(STREAM)).isEmpty();
    }

    @Test
    void a_dead_letter_and_its_replay_belong_to_the_trace_still() throws Exception {
        add("a", PARENT);
        try (RunningWorker running = run(settings, message -> new Outcome.Park("invalid_payload"))) {
            await().until(() -> courier.deadLetters(STREAM).size() == 1);
        }
        Message letter = courier.deadLetters(STREAM).get(0);
        assertThat(letter.trace()).isEqualTo(TRACE);

        courier.deadLetters().replay(STREAM, List.of(letter.id()));
        assertThat(courier.entries(STREAM)).extracting(Message::trace).containsExactly(TRACE, TRACE);
    }

    @Test
    void what_a_handler_publishes_and_logs_belongs_to_the_trace() throws Exception {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        Journal journal = new Journal("test", clock, new PrintStream(log, true, StandardCharsets.UTF_8));
        StreamConsumers told = new StreamConsumers(
                courier, new StreamConsumer.Surroundings(clock, surroundings.random(), journal, Thread::new));
        add("a", PARENT);
        try (RunningWorker running = new RunningWorker(told.each(Role.DERIVER, GROUP, "one", settings, message -> {
            seen.add(message);
            journal.info("derive", "done", Map.of());
            if (seen.size() == 1) {
                courier.publisher().publish(List.of(Envelopes.derive("b")));
            }
            return Outcome.DONE;
        }))) {
            await().until(() -> seen.size() == 2);
            awaitSettled();
        }
        assertThat(seen.get(1).trace()).isEqualTo(TRACE);
        assertThat(log.toString(StandardCharsets.UTF_8)).contains("\"trace_id\":\"4bf92f3577b34da6a3ce929d0e0e4736\"");
        assertThat(courier.entries(StreamName.SCAN)).isEmpty();
    }

    @Test
    void the_line_about_a_dead_letter_names_the_trace_too() throws Exception {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        Journal journal = new Journal("test", clock, new PrintStream(log, true, StandardCharsets.UTF_8));
        StreamConsumers told = new StreamConsumers(
                courier, new StreamConsumer.Surroundings(clock, surroundings.random(), journal, Thread::new));
        add("a", PARENT);
        try (RunningWorker running = new RunningWorker(
                told.each(Role.DERIVER, GROUP, "one", settings, message -> new Outcome.Park("invalid_payload")))) {
            await().until(() -> log.toString(StandardCharsets.UTF_8).contains("stream.dead_letter"));
        }
        assertThat(log.toString(StandardCharsets.UTF_8)).contains("\"trace_id\":\"4bf92f3577b34da6a3ce929d0e0e4736\"");
    }

    @Test
    void a_batch_works_in_the_trace_of_its_first_message_that_has_one() throws Exception {
        add("a");
        add("b", PARENT);
        try (RunningWorker running =
                new RunningWorker(consumers.inBatches(Role.DERIVER, GROUP, "one", settings, messages -> {
                    seen.addAll(messages);
                    current.add(CurrentTrace.context());
                    Map<String, Outcome> outcomes = new HashMap<>();
                    messages.forEach(message -> outcomes.put(message.id(), Outcome.DONE));
                    return outcomes;
                }))) {
            awaitSettled();
        }
        assertThat(current).containsExactly(TRACE);
    }
}
