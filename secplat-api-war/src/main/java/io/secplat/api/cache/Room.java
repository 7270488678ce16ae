package io.secplat.api.cache;

import java.time.Duration;

/**
 * How long and how much a {@link SingleFlight} keeps.
 *
 * @param life from the moment of the question; zero keeps nothing, and only those who wait together share an answer
 * @param answers how many at most
 * @param weight of all answers together at most, in whatever unit the owner weighs them
 */
public record Room(Duration life, int answers, long weight) {

    public Room {
        if (life.isNegative() || answers < 1 || weight < 1) {
            throw new IllegalArgumentException("room for at least one answer is needed, and no negative life");
        }
    }
}
