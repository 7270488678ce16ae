package io.secplat.api.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestIdsTest {

    @Test
    void a_callers_own_id_is_kept_if_it_has_the_shape_of_one() {
        assertThat(RequestIds.accepted("abc-1")).contains("abc-1");
        assertThat(RequestIds.accepted("x".repeat(128))).isPresent();
    }

    @Test
    void any_other_header_is_replaced() {
        assertThat(RequestIds.accepted("a b")).isEmpty();
        assertThat(RequestIds.accepted("")).isEmpty();
        assertThat(RequestIds.accepted("x".repeat(129))).isEmpty();
        assertThat(RequestIds.accepted(null)).isEmpty();
    }
}
