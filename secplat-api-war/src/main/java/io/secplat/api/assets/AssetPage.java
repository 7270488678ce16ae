package io.secplat.api.assets;

import io.secplat.api.request.Caller;
import io.secplat.api.request.Cursor;
import io.secplat.api.request.QueryValues;
import io.secplat.contracts.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** A page of the inventory, newest id first; the whole of it when no limit is asked for. */
record AssetPage(List<Asset> assets, int limit, Optional<String> next) {

    private static final int MOST = 1000;

    static AssetPage read(QueryValues query, Assets assets) {
        int limit = query.integer("limit", 1, MOST).orElse(Integer.MAX_VALUE - 1);
        int before = query.cursor(1).map(parts -> before(query, parts.get(0))).orElse(Integer.MAX_VALUE);
        query.check();
        List<Asset> found = assets.list(limit + 1, before);
        boolean more = found.size() > limit;
        List<Asset> page = more ? found.subList(0, limit) : found;
        Optional<String> next = more
                ? Optional.of(Cursor.encode(Integer.toString(page.get(limit - 1).id())))
                : Optional.empty();
        return new AssetPage(page, limit, next);
    }

    /** A bare array; where the next page is stands in the Link header. */
    Response answer(UriInfo uri, Caller caller, VerificationRules rules) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        assets.forEach(asset -> array.add(AssetView.of(asset, caller, rules)));
        Response.ResponseBuilder answer = Response.ok(array.build());
        next.ifPresent(cursor -> answer.header("Link", "<" + at(uri, cursor) + ">; rel=\"next\""));
        return answer.build();
    }

    private URI at(UriInfo uri, String cursor) {
        return uri.getRequestUriBuilder()
                .replaceQueryParam("limit", limit)
                .replaceQueryParam("cursor", cursor)
                .build();
    }

    private static int before(QueryValues query, String id) {
        try {
            return Integer.parseInt(id);
        } catch (NumberFormatException e) {
            query.violation("cursor", "cursor", "cursor is not a cursor of this list");
            return Integer.MAX_VALUE;
        }
    }
}
