package io.secplat.workers.scan.headers.observatory;

import java.util.List;

/** The results of all tests, in the order of {@link Topic}. */
public record Scorecard(List<TestResult> results) {

    private static final int START = 100;

    /** Bonuses count from here on. */
    static final int BONUSES_FROM = 90;

    private static final int GRADE_STEP = 5;
    private static final List<String> GRADES = List.of(
            "F", "F", "F", "F", "F", "D-", "D", "D", "D+", "C-", "C", "C", "C+", "B-", "B", "B", "B+", "A-", "A", "A",
            "A+");

    public Scorecard {
        results = List.copyOf(results);
    }

    /** 0 to 145: what is taken off counts always, what is added only for a site that has at least 90 without it. */
    public int score() {
        int withoutBonuses = START
                + results.stream()
                        .mapToInt(TestResult::modifier)
                        .filter(points -> points < 0)
                        .sum();
        int all = START + results.stream().mapToInt(TestResult::modifier).sum();
        return Math.max(0, withoutBonuses >= BONUSES_FROM ? all : withoutBonuses);
    }

    /** {@code A+} to {@code F}. */
    public String grade() {
        return grade(score());
    }

    static String grade(int score) {
        return GRADES.get(Math.min(score, START) / GRADE_STEP);
    }

    public TestResult result(Topic topic) {
        return results.stream()
                .filter(result -> result.topic() == topic)
                .findFirst()
                .orElseThrow();
    }
}
