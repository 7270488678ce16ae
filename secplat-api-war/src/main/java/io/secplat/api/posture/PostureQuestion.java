package io.secplat.api.posture;

import io.secplat.api.posture.PostureList.Scope;
import io.secplat.api.problem.ProblemException;
import io.secplat.api.problem.ProblemType;
import io.secplat.api.request.QueryValues;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.search.PostureFilter;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a caller asks of the posture list; without a limit the answer is complete. */
record PostureQuestion(
        PostureFilter filter, Scope scope, boolean csv, Optional<Integer> limit, Optional<String> cursor) {

    /** The page size when only a cursor is given. */
    static final int PAGE = 200;

    private static final int LONGEST_PAGE = 1_000;
    private static final Map<String, Scope> SCOPES =
            Map.of("true", Scope.MONITORED, "false", Scope.UNMONITORED, "all", Scope.ALL);

    static PostureQuestion of(UriInfo uri) {
        QueryValues query = QueryValues.of(uri);
        PostureQuestion question = new PostureQuestion(
                new PostureFilter(
                        query.list("environment"),
                        query.list("criticality"),
                        query.list("owner"),
                        query.list("status")),
                query.choice("monitored", text -> Optional.ofNullable(SCOPES.get(text)), "all, true or false")
                        .orElse(Scope.MONITORED),
                query.choice(
                                "format",
                                text -> Optional.of(text).filter(List.of("csv", "json")::contains),
                                "csv or json")
                        .filter("csv"::equals)
                        .isPresent(),
                query.integer("limit", 1, LONGEST_PAGE),
                query.text("cursor"));
        query.check();
        return question;
    }

    static JsonObject json(PostureList.Page page) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        page.items().forEach(state -> items.add(state.json()));
        return new JsonWriter()
                .put("total", page.total())
                .put("items", items.build())
                .put("next_cursor", page.nextCursor().orElse(null))
                .build();
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
