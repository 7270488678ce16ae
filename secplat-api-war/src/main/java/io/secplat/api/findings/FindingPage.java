package io.secplat.api.findings;

import io.secplat.api.request.Cursor;
import io.secplat.api.request.QueryValues;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One page of the finding list as a caller asks for it. */
record FindingPage(Findings.Filter filter, int limit, Optional<Findings.Place> after) {

    private static final int PAGE = 200;
    private static final int LONGEST_PAGE = 500;
    private static final Set<String> LEVELS = Set.of("critical", "high", "medium", "low", "unscored");

    static FindingPage asked(UriInfo uri) {
        QueryValues query = QueryValues.of(uri);
        FindingPage page = new FindingPage(
                new Findings.Filter(
                        query.choice("status", FindingStatus::of, "open, in_progress, remediated or accepted_risk"),
                        query.text("source"),
                        query.choice(
                                "risk_level",
                                text -> Optional.of(text).filter(LEVELS::contains),
                                "critical, high, medium, low or unscored"),
                        query.text("asset_key")),
                query.limit(PAGE, LONGEST_PAGE),
                place(query));
        query.check();
        return page;
    }

    /** The page, given one finding more than it shows if there are more. */
    Response answer(List<Findings.Scored> found, UriInfo uri, boolean forViewer) {
        List<Findings.Scored> shown = found.subList(0, Math.min(limit, found.size()));
        JsonArrayBuilder list = Json.createArrayBuilder();
        shown.forEach(scored -> list.add(new FindingView(scored.finding(), scored.risk(), forViewer)
                .json()
                .build()));
        Response.ResponseBuilder answer = Response.ok(list.build());
        if (found.size() > limit) {
            answer.link(
                    uri.getRequestUriBuilder()
                            .replaceQueryParam(
                                    "cursor", cursor(shown.get(limit - 1).finding()))
                            .build(),
                    "next");
        }
        return answer.build();
    }

    private static String cursor(Finding last) {
        return Cursor.encode(last.sightings().lastSeen().toString(), Integer.toString(last.id()));
    }

    private static Instant time(String part) {
        return Cursor.time(part).orElseThrow(() -> new DateTimeException("no time of a finding"));
    }

    private static Optional<Findings.Place> place(QueryValues query) {
        return query.cursor(2).flatMap(parts -> {
            try {
                return Optional.of(new Findings.Place(time(parts.get(0)), Integer.parseInt(parts.get(1))));
            } catch (DateTimeException | NumberFormatException e) {
                query.violation("cursor", "cursor", "cursor is not a cursor of this list");
                return Optional.empty();
            }
        });
    }
}
