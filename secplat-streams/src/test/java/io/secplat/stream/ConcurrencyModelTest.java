package io.secplat.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Consumers against the plainest model there is: what a message does next depends on its own earlier tries alone. */
class ConcurrencyModelTest {

    private static final int RETRIES = 3;

    enum Step {
        DONE,
        RETRY,
        PARK,
        HOLD,
        THROW
    }

    /** What the model says of one message. */
    private record Fate(int tries, boolean dead, int copies) {

        static Fate of(List<Step> steps) {
            int retries = 0;
            int tries = 0;
            for (Step step : steps) {
                tries++;
                if (step == Step.DONE || step == Step.PARK) {
                    return new Fate(tries, step == Step.PARK, retries);
                }
                if (step != Step.HOLD && retries++ == RETRIES) {
                    return new Fate(tries, true, RETRIES);
                }
            }
            return new Fate(tries + 1, false, retries);
        }
    }

    @Provide
    Arbitrary<List<List<Step>>> plans() {
        return Arbitraries.of(Step.class)
                .list()
                .ofMaxSize(5)
                .list()
                .ofMinSize(1)
                .ofMaxSize(25);
    }

    @Property(tries = 40)
    @SuppressWarnings("try")
    void every_message_ends_once_as_its_steps_say_and_never_more_are_at_work_than_allowed(
            @ForAll("plans") List<List<Step>> plans, @ForAll @IntRange(min = 1, max = 8) int hands) {
        ConsumerBench bench = new ConsumerBench();
        Map<String, AtomicInteger> tries = new ConcurrentHashMap<>();
        AtomicInteger atWork = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        for (int n = 0; n < plans.size(); n++) {
            bench.add(Integer.toString(n));
        }
        ConsumerSettings how = bench.settings
                .withConcurrency(hands)
                .withRetry(new RetryPolicy(RETRIES, java.time.Duration.ZERO, java.time.Duration.ofMillis(1)));
        try (RunningWorker running = bench.run(how, message -> {
            most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
            try {
                return next(plans, tries, message);
            } finally {
                atWork.decrementAndGet();
            }
        })) {
            await().until(() -> bench.courier.state(ConsumerBench.GROUP).pending() == 0
                    && bench.courier.state(ConsumerBench.GROUP).lag() == 0
                    && tries.size() == plans.size());
        }
        List<Fate> expected = plans.stream().map(Fate::of).toList();
        List<Integer> seen = new ArrayList<>();
        for (int n = 0; n < plans.size(); n++) {
            seen.add(tries.get("event-" + n).get());
        }
        assertThat(seen).isEqualTo(expected.stream().map(Fate::tries).toList());
        assertThat(bench.courier.deadLetters(ConsumerBench.STREAM))
                .hasSize((int) expected.stream().filter(Fate::dead).count());
        assertThat(bench.courier.entries(ConsumerBench.STREAM))
                .hasSize(plans.size() + expected.stream().mapToInt(Fate::copies).sum());
        assertThat(most.get()).isLessThanOrEqualTo(hands);
    }

    private static Outcome next(List<List<Step>> plans, Map<String, AtomicInteger> tries, Message message) {
        String event = message.eventId();
        List<Step> plan = plans.get(Integer.parseInt(event.substring("event-".length())));
        int number = tries.computeIfAbsent(event, any -> new AtomicInteger()).getAndIncrement();
        Step step = number < plan.size() ? plan.get(number) : Step.DONE;
        return switch (step) {
            case DONE -> Outcome.DONE;
            case RETRY -> new Outcome.Retry("later");
            case PARK -> new Outcome.Park("never");
            case HOLD -> new Outcome.Hold("away");
            case THROW -> throw new IllegalStateException("as planned");
        };
    }
}
