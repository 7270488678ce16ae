package io.secplat.workers.notify.pipeline.group;

import io.secplat.workers.notify.letter.Letter;
import io.secplat.workers.notify.pipeline.Dispatch;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Which letters are told together. With 10 seconds at first a thousand assets that go down within a minute make four messages:
 * at 0, 10, 30 and 70 seconds.
 *
 * @param first how long after the first outage the following ones are gathered
 * @param longest the longest window of an outage that goes on
 */
public record GroupRules(Duration first, Duration longest) {

    /** How often a summary of one flapping asset comes at most. */
    private static final Duration FLAPPING = Duration.ofHours(1);

    private static final Set<String> TOGETHER = Set.of("asset.down", "asset.recovered", "finding.created");

    public GroupRules {
        if (first.isNegative() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("a window must not be negative, the longest not shorter than the first");
        }
    }

    /**
     * A window.
     *
     * @param name of the gathering
     * @param aside whether others about the same go on while a letter waits in it: a summary, or a finding, which nothing else waits for
     */
    record Rule(String name, Duration first, Duration longest, boolean aside) {}

    /** The rule for a letter; empty for one that is always told by itself. */
    Optional<Rule> of(Dispatch dispatch) {
        Letter letter = dispatch.letter();
        String kind = letter.notice().kind();
        String name = dispatch.channel().name().wire() + " " + kind;
        if (kind.equals("asset.flapping")) {
            return Optional.of(
                    new Rule(name + " " + String.join(",", letter.notice().assets()), FLAPPING, FLAPPING, true));
        }
        return TOGETHER.contains(kind) && !first.isZero()
                ? Optional.of(new Rule(name, first, longest, kind.equals("finding.created")))
                : Optional.empty();
    }
}
