package io.secplat.api.findings;

import io.secplat.api.cache.FinishedAnswer;
import io.secplat.api.request.Cursor;
import io.secplat.api.request.QueryValues;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** One page of the finding list as a caller asks for it and gets it. */
final class FindingPage {

    private static final int PAGE = 200;
    private static final int LONGEST_PAGE = 500;
    private static final Set<String> LEVELS = Set.of("critical", "high", "medium", "low", "unscored");

    private FindingPage() {}

    static FindingPages.Asked asked(UriInfo uri, boolean forViewer) {
        QueryValues query = QueryValues.of(uri);
        FindingPages.Asked asked =
                new FindingPages.Asked(filter(query), query.limit(PAGE, LONGEST_PAGE), place(query), forViewer);
        query.check();
        return asked;
    }

    /** The bytes, and the link to the next page, which names the server as this caller calls it. */
    static Response answer(FinishedAnswer page, UriInfo uri, Request request) {
        Response.ResponseBuilder answer = page.to(request);
        page.nextCursor()
                .ifPresent(cursor -> answer.link(
                        uri.getRequestUriBuilder()
                                .replaceQueryParam("cursor", cursor)
                                .build(),
                        "next"));
        return answer.build();
    }

    private static Findings.Filter filter(QueryValues query) {
        return new Findings.Filter(
                query.choice("status", FindingStatus::of, "open, in_progress, remediated or accepted_risk"),
                query.text("source"),
                query.choice(
                        "risk_level",
                        text -> Optional.of(text).filter(LEVELS::contains),
                        "critical, high, medium, low or unscored"),
                query.text("asset_key"));
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
