package io.secplat.runtime;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a dependency does.
 *
 * @param since when it came or went; the start of the server while neither has happened
 * @param lastError the class of the last error, never its text; null when there was none
 */
public record DependencyState(Condition condition, Instant since, @Nullable String lastError) {

    /** What was found last. */
    public enum Condition {
        OK("answers"),
        UNAVAILABLE("does not answer"),
        TIMEOUT("gave no answer in time"),
        UNASKED("has not been asked yet"),
        OFF("is not set up");

        private final String words;

        Condition(String words) {
            this.words = words;
        }

        /** The lower-case name used in JSON. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether nothing is wrong with it; one that is not set up is not missed. */
    public boolean isWell() {
        return condition == Condition.OK || condition == Condition.OFF;
    }

    /** The state after an answer came. */
    DependencyState answered(Instant now) {
        return new DependencyState(Condition.OK, isWell() ? since : now, lastError);
    }

    /** The state after an error, or after no answer came in time. */
    DependencyState failed(Condition how, String error, Instant now) {
        return new DependencyState(how, isWell() ? now : since, error);
    }

    /** What that means for a server that needs it, or can do without it for a while. */
    public Verdict verdict(Dependency dependency, boolean needed) {
        String what = dependency.title() + " " + condition.words;
        return new Verdict(isWell() || !needed, !isWell(), what, since, lastError);
    }
}
