package io.secplat.stream;

import java.time.Duration;
import java.util.Optional;

/** What a handler made of a message, and so what happens to its entry. */
public sealed interface Outcome {

    /** The durable effect is stored: acknowledge. */
    record Done() implements Outcome {}

    /**
     * It may go well later: a copy with one more attempt goes to the tail, or to the dead letters once the budget is spent.
     *
     * @param reason the reason code of the dead letter if this was the last try
     * @param atLeast the shortest delay that the other side asked for
     */
    record Retry(String reason, Optional<Duration> atLeast) implements Outcome {
        public Retry(String reason) {
            this(reason, Optional.empty());
        }
    }

    /** It can never go well: to the dead letters at once, with this reason code. */
    record Park(String reason) implements Outcome {}

    /**
     * Not the message's fault, such as an API that is away: it stays pending, no attempt is counted, and the consumer pauses
     * before it goes on.
     */
    record Hold(String reason) implements Outcome {}

    Outcome DONE = new Done();
}
