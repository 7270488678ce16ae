package io.secplat.bench.notice;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What happens to a run from outside. */
sealed interface Strike {

    /** A notifier dies. */
    record Kill() implements Strike {}

    /** A notifier stands still for a while. */
    record Freeze() implements Strike {}

    record RestartRedis() implements Strike {}

    /** A service is in a mood for a while. */
    record Turn(Service service, Mood mood) implements Strike {}

    /** A service fails for long. */
    record GoDown(Service service) implements Strike {}

    /** All strikes of a run, in an order that the seed names. A long outage begins in the first third. */
    static List<Strike> all(NoticePlan plan, Random random) {
        List<Strike> all = new ArrayList<>(Collections.nCopies(plan.kills(), new Kill()));
        all.addAll(Collections.nCopies(plan.others(6), new Freeze()));
        all.addAll(Collections.nCopies(plan.others(12), new RestartRedis()));
        for (Service service : plan.services()) {
            for (Mood mood : List.of(Mood.LIMITS, Mood.FAILS, Mood.LOSES, Mood.AWAY)) {
                all.addAll(Collections.nCopies(plan.others(20), new Turn(service, mood)));
            }
        }
        Collections.shuffle(all, random);
        if (!plan.outage().length().isZero()) {
            Service chosen = plan.services().get(random.nextInt(plan.services().size()));
            all.add(
                    random.nextInt(1 + all.size() / 3),
                    new GoDown(plan.outage().of().orElse(chosen)));
        }
        return all;
    }
}
