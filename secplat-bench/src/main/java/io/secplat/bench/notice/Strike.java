package io.secplat.bench.notice;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What happens to a run from outside. */
enum Strike {
    KILL,
    FREEZE,
    RESTART_REDIS,
    SLACK_LIMITS,
    SLACK_FAILS,
    SLACK_LOSES,
    SLACK_AWAY;

    /** All strikes of a run, in an order that the seed names. */
    static List<Strike> all(NoticePlan plan, Random random) {
        List<Strike> all = new ArrayList<>(Collections.nCopies(plan.kills(), KILL));
        all.addAll(Collections.nCopies(plan.others(6), FREEZE));
        all.addAll(Collections.nCopies(plan.others(12), RESTART_REDIS));
        for (Strike slack : List.of(SLACK_LIMITS, SLACK_FAILS, SLACK_LOSES, SLACK_AWAY)) {
            all.addAll(Collections.nCopies(plan.others(12), slack));
        }
        Collections.shuffle(all, random);
        return all;
    }
}
