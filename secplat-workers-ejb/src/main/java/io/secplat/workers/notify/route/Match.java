package io.secplat.workers.notify.route;

import io.secplat.contracts.model.Severity;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a route asks of a notice. An empty member asks nothing; of a list one entry must fit, and of all members each.
 *
 * @param minSeverity this severity or a worse one
 * @param assets patterns of which one fits one of the assets
 * @param escalation this step exactly; 0 is the first telling
 */
public record Match(
        List<KindPattern> kinds,
        Optional<Severity> minSeverity,
        List<String> assetTags,
        List<String> environments,
        List<Glob> assets,
        Optional<Window> during,
        Optional<Integer> escalation) {

    /** Asks nothing. */
    public static final Match EVERYTHING =
            new Match(List.of(), Optional.empty(), List.of(), List.of(), List.of(), Optional.empty(), Optional.empty());

    public Match {
        kinds = List.copyOf(kinds);
        assetTags = List.copyOf(assetTags);
        environments = List.copyOf(environments);
        assets = List.copyOf(assets);
    }

    boolean fits(Facts facts, Instant now) {
        return one(kinds, kind -> kind.covers(facts.kind()))
                && one(assetTags, facts.assetTags()::contains)
                && one(environments, facts.environments()::contains)
                && one(assets, glob -> facts.assets().stream().anyMatch(glob::covers))
                && (facts.areAnEnd() || fitsTheMoment(facts, now));
    }

    private boolean fitsTheMoment(Facts facts, Instant now) {
        return minSeverity.stream().allMatch(least -> facts.severity().compareTo(least) <= 0)
                && during.stream().allMatch(window -> window.contains(now))
                && escalation.stream().allMatch(step -> step == facts.escalation());
    }

    private static <T> boolean one(Collection<T> wanted, Predicate<T> holds) {
        return wanted.isEmpty() || wanted.stream().anyMatch(holds);
    }
}
