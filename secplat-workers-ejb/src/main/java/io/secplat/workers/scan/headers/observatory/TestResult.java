package io.secplat.workers.scan.headers.observatory;

import java.util.Set;

/**
 * What one test came to.
 *
 * @param pass whether the Observatory lets it pass, which it does for some that cost points
 */
public record TestResult(Topic topic, Rating rating, boolean pass) {

    static TestResult of(Topic topic, Rating rating, Set<Rating> passing) {
        return new TestResult(topic, rating, passing.contains(rating));
    }

    public int modifier() {
        return rating.modifier();
    }
}
