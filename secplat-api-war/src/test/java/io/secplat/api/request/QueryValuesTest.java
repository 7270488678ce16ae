package io.secplat.api.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.api.problem.ProblemException;
import io.secplat.api.problem.ProblemType;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueryValuesTest {

    @Test
    void lists_are_split_at_commas_and_over_occurrences() {
        assertThat(new QueryValues(Map.of("environment", List.of("dev, prod", "", "qa"))).list("environment"))
                .containsExactly("dev", "prod", "qa");
    }

    @Test
    void values_that_no_store_could_look_for_are_refused() {
        QueryValues nul = new QueryValues(Map.of("source", List.of("a\0")));
        QueryValues many = new QueryValues(Map.of("environment", List.of("e,".repeat(101))));
        many.list("environment");
        QueryValues longest = new QueryValues(Map.of("owner", List.of("x".repeat(513))));
        longest.list("owner");

        assertThat(List.of(nul, many, longest))
                .allSatisfy(values -> assertThatThrownBy(values::check).isInstanceOf(ProblemException.class));
    }

    @Test
    void a_query_that_is_not_properly_encoded_is_malformed() {
        UriInfo uri = (UriInfo) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {UriInfo.class}, (proxy, method, args) -> {
                    throw new IllegalArgumentException("Malformed escape pair");
                });
        assertThatThrownBy(() -> QueryValues.of(uri))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.type())
                        .isEqualTo(ProblemType.MALFORMED_REQUEST));
    }

    @Test
    void a_limit_has_a_default_and_a_maximum() {
        assertThat(new QueryValues(Map.of()).limit(50, 200)).isEqualTo(50);
        QueryValues tooMany = new QueryValues(Map.of("limit", List.of("201")));
        tooMany.limit(50, 200);
        assertThatThrownBy(tooMany::check).isInstanceOf(ProblemException.class);
    }

    @Test
    void a_cursor_is_opaque_and_comes_back_as_its_parts() {
        String cursor = Cursor.encode("2026-05-04T07:21:00Z", "19");
        assertThat(cursor).matches("[A-Za-z0-9_-]+");
        assertThat(new QueryValues(Map.of("cursor", List.of(cursor))).cursor(2))
                .contains(List.of("2026-05-04T07:21:00Z", "19"));
    }

    @Test
    void a_cursor_of_another_list_is_refused() {
        for (String text : List.of("%%%", "bm90IGpzb24", Cursor.encode("one"))) {
            QueryValues values = new QueryValues(Map.of("cursor", List.of(text)));
            assertThat(values.cursor(2)).isEmpty();
            assertThatThrownBy(values::check).isInstanceOf(ProblemException.class);
        }
    }
}
