package io.secplat.api.auth;

import io.secplat.api.request.Cursor;
import io.secplat.api.request.QueryValues;
import io.secplat.contracts.json.Json;
import io.secplat.contracts.json.JsonWriter;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** Which users a call asks for. */
record UserPage(int limit, Optional<String> after) {

    private static final int USUAL = 50;
    private static final int MOST = 200;

    static UserPage read(QueryValues query) {
        UserPage page = new UserPage(
                query.limit(USUAL, MOST),
                query.cursor(1).map(parts -> parts.get(0)).filter(UserName::isValid));
        query.check();
        return page;
    }

    JsonObject answer(UserAccounts accounts) {
        List<UserAccount> found = accounts.page(limit + 1, after);
        List<UserAccount> shown = found.subList(0, Math.min(limit, found.size()));
        JsonArrayBuilder items = Json.createArrayBuilder();
        shown.forEach(account -> items.add(account.listed()));
        return new JsonWriter()
                .put("items", items.build())
                .put(
                        "next_cursor",
                        found.size() > limit
                                ? Cursor.encode(shown.get(limit - 1).userName())
                                : null)
                .build();
    }
}
