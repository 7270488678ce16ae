package io.secplat.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.client.Answer;
import io.secplat.client.Http;
import io.secplat.openapi.RoleTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each call, made as each caller, is answered as docs/ROLES.md says. What the calls are given is harmless. */
@InContainer
class RolesIT {

    private static final RoleTable TABLE = RoleTable.documented();
    private static final Set<String> ENDS_THE_SESSION = Set.of("POST /api/auth/logout", "DELETE /api/auth/session");

    /** These live from the cookies that they are sent; nobody has any. */
    private static final Set<String> BY_COOKIES = Set.of("PATCH /api/auth/session", "DELETE /api/auth/session");

    private static Callers callers;

    @BeforeAll
    static void sign_in() {
        ApiBench.awaitReady();
        callers = Callers.all(TABLE.callers());
    }

    static List<RoleTable.Row> rows() {
        return TABLE.rows();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void each_caller_is_answered_as_the_table_says(RoleTable.Row row) {
        Map<String, String> answered = new LinkedHashMap<>();
        row.answers().forEach((caller, expected) -> answered.put(caller, answer(row, caller)));

        assertThat(answered).isEqualTo(row.answers());
    }

    @ParameterizedTest
    @CsvSource({"DELETE,/api/health", "PUT,/api/assets", "POST,/api/audit", "PATCH,/api/jobs"})
    void a_method_that_is_not_there_is_405_and_names_those_that_are(String method, String path) {
        Answer answer = callers.get("admin")
                .send(method, path, "application/json", "{}")
                .expect(405);

        assertThat(answer.header("Allow")).contains("GET").doesNotContain(method);
    }

    @Test
    void a_path_that_is_not_there_is_404_for_everybody() {
        TABLE.callers()
                .forEach(caller -> callers.get(caller).get("/api/no/such/path").expect(404));
    }

    private static String answer(RoleTable.Row row, String caller) {
        if (BY_COOKIES.contains(row.toString())) {
            return caller.equals("none") ? "yes" : told(byCookies(row, caller));
        }
        Http client = ENDS_THE_SESSION.contains(row.toString()) ? Callers.fresh(caller) : callers.get(caller);
        String path = row.path()
                .replaceAll("\\{(asset_key|username)}", "no-such-thing")
                .replaceAll("\\{[^}]+}", "999999999");
        String body = row.method().equals("GET") || row.method().equals("DELETE") ? "" : "{}";
        return told(client.send(row.method(), path, "application/json", body));
    }

    private static Answer byCookies(RoleTable.Row row, String caller) {
        return new Http(ApiBench.BASE)
                .send(
                        row.method(),
                        row.path(),
                        "application/json",
                        "",
                        "Cookie",
                        Callers.cookies(caller),
                        "Origin",
                        ApiBench.BASE.toString());
    }

    private static String told(Answer answer) {
        boolean refused = answer.status() == 401 || answer.status() == 403;
        return refused ? Integer.toString(answer.status()) : "yes";
    }
}
