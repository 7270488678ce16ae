package io.secplat.api.alerts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * After how long an outage that nobody acknowledged is told again, and again.
 *
 * @param minutes since people were told, each 1 to 10,080 and more than the one before; empty when nothing is told again
 */
public record EscalationSteps(List<Integer> minutes) {

    static final String SETTING = "ALERT_ESCALATION_MINUTES";

    private static final int LONGEST = 10_080;

    public EscalationSteps {
        minutes = List.copyOf(minutes);
        int before = 0;
        for (int step : minutes) {
            if (step <= before || step > LONGEST) {
                throw new IllegalArgumentException(
                        SETTING + ": each step must be 1 to " + LONGEST + " minutes and more than the one before");
            }
            before = step;
        }
    }

    /** Reads a comma list such as {@code 15,30}; an IllegalArgumentException names the setting. */
    public static EscalationSteps of(Optional<String> setting) {
        String text = setting.map(String::strip).orElse("");
        List<Integer> minutes = new ArrayList<>();
        for (String step : text.isEmpty() ? List.<String>of() : Arrays.asList(text.split(",", -1))) {
            minutes.add(number(step.strip()));
        }
        return new EscalationSteps(minutes);
    }

    /** How long after the first message the step with that number, from 1, is told. */
    public Duration after(int step) {
        return Duration.ofMinutes(minutes.get(step - 1));
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(SETTING + ": not a number of minutes: \"" + text + "\"", e);
        }
    }
}
