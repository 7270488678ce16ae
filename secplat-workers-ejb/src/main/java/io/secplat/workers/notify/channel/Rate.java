package io.secplat.workers.notify.channel;

/**
 * How fast a recipient takes messages.
 *
 * @param perSecond messages a second in the long run, more than 0
 * @param burst messages at once after a rest, at least 1
 */
public record Rate(double perSecond, int burst) {

    public Rate {
        if (!(perSecond > 0) || perSecond > 1_000_000 || burst < 1) {
            throw new IllegalArgumentException("a rate is more than 0 a second, with a burst of at least 1");
        }
    }
}
