package io.secplat.local.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.contracts.json.Json;
import org.junit.jupiter.api.Test;

class ComplaintTest {

    @Test
    void the_text_of_the_exception_is_told_and_its_class_is_not() {
        assertThat(told("javax.management.RuntimeMBeanException: must be 1 to 64, was 99"))
                .isEqualTo("must be 1 to 64, was 99");
        assertThat(told("javax.management.MBeanException: deriveNow failed: CourierUnavailableException"))
                .isEqualTo("deriveNow failed: CourierUnavailableException");
        assertThat(told("")).isEqualTo("The server refused, and did not say why.");
    }

    private static String told(String error) {
        return Complaint.of(Json.createObjectBuilder().add("error", error).build());
    }
}
