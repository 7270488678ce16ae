package io.secplat.stream;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a handler made of a message, and so what happens to its entry. */
public sealed interface Outcome {

    /** The fate of a whole message, or of one part of it. */
    sealed interface Failure extends Outcome {}

    /** The durable effect is stored: acknowledge. */
    record Done() implements Outcome {}

    /**
     * It may go well later: a copy with one more attempt goes to the tail, or to the dead letters once the budget is spent.
     *
     * @param reason the reason code of the dead letter if this was the last try
     * @param atLeast the shortest delay that the other side asked for
     */
    record Retry(String reason, Optional<Duration> atLeast) implements Failure {
        public Retry(String reason) {
            this(reason, Optional.empty());
        }
    }

    /**
     * To the dead letters at once, with this reason code.
     *
     * @param retryable true when only time was lacking, false when it can never go well
     */
    record Park(String reason, boolean retryable) implements Failure {
        public Park(String reason) {
            this(reason, false);
        }
    }

    /**
     * Its turn comes later, and nobody is to blame: no attempt is counted. A whole message stays pending in the hands of this consumer
     * and is handled again then; a part gets a copy at the tail.
     *
     * @param delay zero for a part that need not wait
     */
    record Later(Duration delay) implements Failure {}

    /**
     * Parts of the message failed, each in its own way, and the rest is done: each part gets its own copy or dead letter, all
     * of them together with the settling of the entry. Without parts it is done.
     */
    record Divided(List<Part> parts) implements Outcome {
        public Divided {
            parts = List.copyOf(parts);
        }
    }

    /** One part of a message: the fields that make it a part, and what becomes of it. */
    record Part(Map<String, String> changes, Failure failure) {
        public Part {
            changes = Map.copyOf(changes);
        }
    }

    /**
     * Not the message's fault, such as an API that is away: it stays pending, no attempt is counted, and the consumer pauses
     * before it tries this very message again.
     */
    record Hold(String reason) implements Outcome {}

    Outcome DONE = new Done();
}
