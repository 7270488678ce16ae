package io.secplat.api.request;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteFilterTest {

    @ParameterizedTest
    @CsvSource({"list,/api/jobs", "one,/api/jobs/{id}", "two,/api/jobs/{id}/parts/{part}"})
    void a_route_is_its_template_without_patterns(String method, String template) throws NoSuchMethodException {
        assertThat(RouteFilter.template(Jobs.class, Jobs.class.getDeclaredMethod(method)))
                .isEqualTo(template);
    }

    @Path("/jobs")
    private static final class Jobs {

        void list() {}

        @Path("{id: \\d{1,9}}")
        void one() {}

        @Path("/{id: [0-9]+}/parts/{part}")
        void two() {}
    }
}
