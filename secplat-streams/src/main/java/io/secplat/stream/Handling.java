package io.secplat.stream;

import io.secplat.contracts.event.ConsumerGroup;
import io.secplat.contracts.event.EnvelopeCodec;
import io.secplat.contracts.event.FieldNames;
import io.secplat.contracts.trace.TraceContext;
import io.secplat.runtime.CurrentTrace;
import io.secplat.runtime.CurrentWork;
import io.secplat.runtime.Journal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Calls a handler and turns what escapes from it into outcomes, so that one bad message spoils no other. */
final class Handling {

    private static final int IDS_TOLD = 5;
    private static final List<String> TOLD = List.of(
            FieldNames.EVENT_ID,
            FieldNames.REQUEST_ID,
            FieldNames.ATTEMPTS,
            FieldNames.NOT_BEFORE,
            FieldNames.CHANNEL,
            FieldNames.ERROR);

    private final BatchHandler handler;
    private final String failureReason;
    private final ConsumerGroup group;
    private final Journal journal;
    private final Clock clock;
    private final ConsumerObserver observer;

    Handling(StreamConsumer.Post post, String failureReason, StreamConsumer.Surroundings surroundings) {
        this.handler = post.handler();
        this.failureReason = failureReason;
        this.group = post.group();
        this.journal = surroundings.journal();
        this.clock = surroundings.clock();
        this.observer = surroundings.observer();
    }

    /**
     * The outcomes by entry id; a batch that fails as a whole is tried message by message. Meanwhile the current event is the
     * message, or the first five of a batch, the current request the one that caused it, or the first five that caused the
     * messages of a batch, and the current trace that of the message, or of the first of a batch that has one.
     */
    @SuppressWarnings("try")
    Map<String, Outcome> handle(List<Message> messages) throws InterruptedException {
        CurrentWork work =
                new CurrentWork(Optional.of(requests(messages)), Optional.of(events(messages)), trace(messages));
        try (CurrentWork.Scope unused = work.begin()) {
            return answered(messages);
        }
    }

    private static Optional<TraceContext> trace(List<Message> messages) {
        return messages.stream().flatMap(message -> message.trace().stream()).findFirst();
    }

    private static String requests(List<Message> messages) {
        return first(messages.stream()
                .map(message -> message.reader().text(FieldNames.REQUEST_ID).orElseGet(message::eventId)));
    }

    private static String events(List<Message> messages) {
        return first(messages.stream().map(Message::eventId));
    }

    private static String first(Stream<String> ids) {
        return ids.distinct().limit(IDS_TOLD).collect(Collectors.joining(","));
    }

    private Map<String, Outcome> answered(List<Message> messages) throws InterruptedException {
        try {
            return timed(messages);
        } catch (CourierUnavailableException e) {
            return Map.of();
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            journal.error("stream.handle " + group.stream().wire(), "failed", e);
            return messages.size() == 1
                    ? Map.of(messages.get(0).id(), new Outcome.Retry(failureReason))
                    : oneByOne(messages);
        }
    }

    private Map<String, Outcome> timed(List<Message> messages) throws InterruptedException {
        Instant begun = clock.instant();
        try {
            return handler.handle(messages);
        } finally {
            Duration took = Duration.between(begun, clock.instant());
            observer.handled(group, messages.size(), took.isNegative() ? Duration.ZERO : took);
        }
    }

    private Map<String, Outcome> oneByOne(List<Message> messages) throws InterruptedException {
        Map<String, Outcome> outcomes = new HashMap<>();
        for (Message message : messages) {
            outcomes.putAll(handle(List.of(message)));
        }
        return outcomes;
    }

    /** Tells what became of messages that did not go well. */
    void tell(Settlement settlement) {
        settlement.copies().forEach(copy -> {
            warn("stream.retry", "delayed", settlement, copy);
            observer.retried(group);
        });
        settlement.deadLetters().forEach(letter -> {
            warn("stream.dead_letter", "stored", settlement, letter);
            observer.buried(group, letter.getOrDefault(FieldNames.ERROR, ""));
        });
    }

    @SuppressWarnings("try")
    private void warn(String action, String status, Settlement settlement, Map<String, String> fields) {
        try (CurrentTrace.Scope unused = CurrentTrace.begin(EnvelopeCodec.trace(fields))) {
            journal.warn(action, status, facts(settlement, fields));
        }
    }

    private Map<String, String> facts(Settlement settlement, Map<String, String> fields) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("stream", group.stream().wire());
        facts.put("entry_id", settlement.id());
        TOLD.stream().filter(fields::containsKey).forEach(name -> facts.put(name, fields.get(name)));
        return facts;
    }
}
