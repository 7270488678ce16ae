package io.secplat.api.posture;

import io.secplat.api.posture.PostureList.Scope;
import io.secplat.api.problem.ProblemException;
import io.secplat.api.problem.ProblemType;
import io.secplat.api.request.QueryValues;
import io.secplat.search.PostureFilter;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a caller asks of the posture list; without a limit the answer is complete. */
public record PostureQuestion(
        PostureFilter filter, Scope scope, boolean csv, Optional<Integer> limit, Optional<String> cursor) {

    /** The page size when only a cursor is given. */
    static final int PAGE = 200;

    private static final Map<String, Scope> SCOPES =
            Map.of("true", Scope.MONITORED, "false", Scope.UNMONITORED, "all", Scope.ALL);

    static PostureQuestion of(UriInfo uri) {
        QueryValues query = QueryValues.of(uri);
        PostureQuestion question = new PostureQuestion(
                filter(query),
                query.choice("monitored", text -> Optional.ofNullable(SCOPES.get(text)), "all, true or false")
                        .orElse(Scope.MONITORED),
                query.choice(
                                "format",
                                text -> Optional.of(text).filter(List.of("csv", "json")::contains),
                                "csv or json")
                        .filter("csv"::equals)
                        .isPresent(),
                query.integer("limit", 1, PostureList.LONGEST_PAGE),
                query.text("cursor"));
        query.check();
        return question;
    }

    /** Whether everything is wanted at once. */
    boolean isComplete() {
        return limit.isEmpty() && cursor.isEmpty();
    }

    /** The four filters; two that mean the same are equal. */
    public static PostureFilter filter(QueryValues query) {
        return new PostureFilter(
                words(query, "environment"),
                words(query, "criticality"),
                words(query, "owner"),
                words(query, "status"));
    }

    private static List<String> words(QueryValues query, String name) {
        return query.list(name).stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .distinct()
                .sorted()
                .toList();
    }

    static ProblemException badCursor() {
        QueryValues query = new QueryValues(Map.of());
        query.violation("cursor", "cursor", "cursor is not a cursor of this list");
        try {
            query.check();
        } catch (ProblemException problem) {
            return problem;
        }
        return ProblemType.VALIDATION.because();
    }
}
