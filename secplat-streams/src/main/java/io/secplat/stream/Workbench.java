package io.secplat.stream;

import io.secplat.contracts.event.ConsumerGroup;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where messages are handled and what became of them is stored at once. Safe for several threads, each with messages of its
 * own.
 */
final class Workbench {

    private static final Outcome NONE = new Outcome.Hold("no_outcome");

    private final ConsumerGroup group;
    private final Handling handling;
    private final SettlementPlanner planner;
    private final Settlements settlements;
    private final Heartbeat heartbeat;
    private final ConsumerObserver observer;
    private final Clock clock;
    private final News news;

    Workbench(
            StreamConsumer.Post post,
            ConsumerSettings settings,
            StreamConsumer.Surroundings surroundings,
            Heartbeat heartbeat,
            News news) {
        this.group = post.group();
        this.handling = new Handling(post, settings.failureReason(), surroundings);
        this.planner =
                new SettlementPlanner(group.stream(), settings.retry(), surroundings.clock(), surroundings.random());
        this.settlements = new Settlements(post.stream(), this::settled);
        this.heartbeat = heartbeat;
        this.observer = surroundings.observer();
        this.clock = surroundings.clock();
        this.news = news;
    }

    /** Handles messages; their outcomes count unless the consumer lost them meanwhile and began them anew. */
    void work(List<Message> messages) throws InterruptedException {
        long stay = heartbeat.begin(messages);
        Map<String, Outcome> outcomes = handling.handle(messages);
        List<Settlement> ended = new ArrayList<>();
        for (Message message : messages) {
            Outcome outcome = outcomes.getOrDefault(message.id(), NONE);
            if (!heartbeat.end(message.id(), stay)) {
                continue;
            }
            if (outcome instanceof Outcome.Hold hold) {
                hold(message, hold.reason());
            } else if (outcome instanceof Outcome.Later later) {
                news.postponed(message, clock.instant().plus(later.delay()));
            } else {
                ended.add(planner.plan(message, outcome));
            }
        }
        if (!ended.isEmpty()) {
            store(ended);
        }
    }

    private void hold(Message message, String reason) {
        observer.held(group, 1);
        news.held(List.of(message), reason);
    }

    private void store(List<Settlement> ended) {
        try {
            settlements.store(ended);
        } catch (CourierUnavailableException e) {
            news.trouble(e.reason().code());
        }
    }

    /** Stores what is owed; throws {@link CourierUnavailableException}. */
    void storeOwed() {
        settlements.store(List.of());
    }

    private void settled(Settlement settlement) {
        heartbeat.drop(settlement.id());
        handling.tell(settlement);
        news.good();
    }
}
