package io.secplat.workers.scan.headers.observatory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.secplat.workers.scan.headers.scripts.ScriptOrigin;
import io.secplat.workers.scan.headers.seen.Page;
import io.secplat.workers.scan.headers.suffix.ListedSuffixes;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Compares with the published package on made-up sites. Another seed or number: {@code -Dobservatory.seed=7
 * -Dobservatory.sites=20000}.
 */
class ObservatoryParityTest {

    private static final long SEED = Long.getLong("observatory.seed", 20_261_127L);
    private static final int SITES = Integer.getInteger("observatory.sites", 5_000);

    /** Where the published package is wrong and we are not; each is counted. */
    enum TheirFault {
        /** Its whole scan breaks at a script whose address begins with http:// or https:// and is none. */
        SCAN_BREAKS_AT_UNREADABLE_SCRIPT_ADDRESS
    }

    private static List<MadeUpSite> sites;
    private static List<JsonObject> published;

    @BeforeAll
    static void score() throws Exception {
        Optional<String> missing = PublishedScorer.install();
        assumeTrue(missing.isEmpty(), missing::get);
        MadeUpSites source = new MadeUpSites(SEED);
        sites = Stream.generate(source::next).limit(SITES).toList();
        published = PublishedScorer.score(sites.stream());
    }

    @Test
    void grades_scores_and_every_result_are_those_of_the_published_package() {
        Observatory observatory = new Observatory(ListedSuffixes.bundled(), new Preloads(MadeUpSites.PRELOADED));
        Map<TheirFault, Integer> faults = new EnumMap<>(TheirFault.class);
        List<String> differences = new ArrayList<>();
        assertThat(published).hasSize(SITES + 1);
        for (int i = 0; i < SITES; i++) {
            JsonObject theirs = published.get(i + 1);
            Scorecard ours = observatory.judge(sites.get(i).site());
            if (isBreakAtAddress(theirs)) {
                assertThat(sites.get(i).site().page()).matches(ObservatoryParityTest::holdsUnreadableAddress);
                faults.merge(TheirFault.SCAN_BREAKS_AT_UNREADABLE_SCRIPT_ADDRESS, 1, Integer::sum);
            } else if (!described(ours).equals(described(theirs))) {
                differences.add(i + ": ours " + described(ours) + "\n theirs " + described(theirs) + "\n of "
                        + sites.get(i).json());
            }
        }
        System.out.println("observatory.seed=" + SEED + " observatory.sites=" + SITES + " differences="
                + differences.size() + " theirFaults=" + faults);
        assertThat(differences).isEmpty();
        assertThat(faults.values().stream().mapToInt(Integer::intValue).sum()).isLessThan(SITES / 20);
    }

    @Test
    void every_result_of_the_published_table_was_seen_or_cannot_be() {
        List<String> seen = published.stream()
                .skip(1)
                .filter(theirs -> theirs.containsKey("tests"))
                .flatMap(theirs -> theirs.getJsonObject("tests").values().stream())
                .map(test -> test.asJsonArray().getString(0))
                .distinct()
                .toList();
        assertThat(Arrays.stream(Rating.values()).map(Rating::wire))
                .allMatch(rating -> seen.contains(rating) || rating.equals("html-not-parseable"));
    }

    @Test
    void modifiers_and_grades_are_the_published_tables() {
        JsonObject tables = published.get(0);
        assertThat(Arrays.stream(Rating.values()).collect(Collectors.toMap(Rating::wire, Rating::modifier)))
                .isEqualTo(tables.getJsonObject("modifiers").entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> Integer.valueOf(entry.getValue().toString()))));
        assertThat(IntStream.rangeClosed(0, 20)
                        .boxed()
                        .collect(Collectors.toMap(step -> "" + step * 5, step -> Scorecard.grade(step * 5))))
                .isEqualTo(tables.getJsonObject("grades").entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> tables.getJsonObject("grades")
                                .getString(entry.getKey()))));
    }

    private static boolean holdsUnreadableAddress(Page page) {
        List<ScriptOrigin> origins = ScriptOrigin.all(page);
        return IntStream.range(0, origins.size())
                .anyMatch(i -> origins.get(i) instanceof ScriptOrigin.Nowhere
                        && page.scripts().get(i).source().isPresent());
    }

    private static boolean isBreakAtAddress(JsonObject theirs) {
        return theirs.getString("error", "").equals("ERR_INVALID_URL");
    }

    private static List<String> described(Scorecard card) {
        return Stream.concat(
                        Stream.of(card.grade(), "" + card.score()),
                        card.results().stream()
                                .map(test -> test.topic().wire() + " "
                                        + test.rating().wire() + " " + test.pass() + " " + test.modifier()))
                .toList();
    }

    private static List<String> described(JsonObject theirs) {
        if (!theirs.containsKey("tests")) {
            return List.of(theirs.toString());
        }
        return Stream.concat(
                        Stream.of(theirs.getString("grade"), "" + theirs.getInt("score")),
                        theirs.getJsonObject("tests").entrySet().stream().map(test -> {
                            JsonArray result = test.getValue().asJsonArray();
                            return test.getKey() + " " + result.getString(0) + " " + result.getBoolean(1) + " "
                                    + result.getInt(2);
                        }))
                .toList();
    }
}
