package io.secplat.workers.scan.headers.observatory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;

/** Chance that can be had again by its seed. */
final class Dice {

    private final Random random;

    Dice(long seed) {
        random = new Random(seed);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    String one(String... of) {
        return of[random.nextInt(of.length)];
    }

    <T> List<T> some(int most, Supplier<T> thing) {
        List<T> things = new ArrayList<>();
        for (int left = random.nextInt(most + 1); left > 0; left--) {
            things.add(thing.get());
        }
        return things;
    }

    /** The text in another spelling, now and then. */
    String spelled(String text) {
        return chance(85)
                ? text
                : one(
                        text.toUpperCase(Locale.ROOT),
                        capital(text),
                        " " + text,
                        text + " ",
                        "\t" + text,
                        text + "\u00a0");
    }

    /** The text with a fault, now and then. */
    String worn(String text) {
        if (text.isEmpty() || chance(85)) {
            return text;
        }
        int at = random.nextInt(text.length());
        String fault = one("", " ", ",", ";", "=", "'", "\"", "%", "/", "-", ":", "\u00e9", "0", "%zz", "%C3%A9", "  ");
        return text.substring(0, at) + fault + text.substring(chance(50) ? at : at + 1);
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
