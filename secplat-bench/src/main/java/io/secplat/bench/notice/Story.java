package io.secplat.bench.notice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What happens in a seed: assets go down and up again, incidents are opened, updated and closed, and some messages are about nothing. */
final class Story {

    /** Of so many messages one is about nothing, and one about an incident. */
    private static final int APART = 8;

    /** Half of the others are about one in so many assets, so that several of one asset are under way together. */
    private static final int BUSY = 20;

    private static final int MOST_OPEN = 8;

    private final int assets;
    private final Random random;
    private final Map<String, Integer> changes = new HashMap<>();
    private final List<Integer> open = new ArrayList<>();
    private int incidents;

    Story(int assets, Random random) {
        this.assets = assets;
        this.random = random;
    }

    /** Messages from number 1 on. */
    List<Told> messages(int count) {
        List<Told> all = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            all.add(message(number));
        }
        return all;
    }

    private Told message(int number) {
        return switch (number % APART) {
            case 0 -> new Told(number, "test", "");
            case APART / 2 -> incident(number);
            default -> change(number);
        };
    }

    private Told change(int number) {
        String asset = Told.asset(random.nextInt(random.nextBoolean() ? assets : Math.max(1, assets / BUSY)));
        int change = changes.merge(asset, 1, Integer::sum);
        return new Told(number, change % 2 == 1 ? Told.DOWN : "asset.recovered", asset);
    }

    private Told incident(int number) {
        int chosen = random.nextInt(MOST_OPEN);
        if (chosen >= open.size()) {
            open.add(++incidents);
            return new Told(number, "incident.created", "", incidents);
        }
        boolean updated = random.nextBoolean();
        int incident = updated ? open.get(chosen) : open.remove(chosen);
        return new Told(number, updated ? "incident.updated" : Told.CLOSED, "", incident);
    }
}
