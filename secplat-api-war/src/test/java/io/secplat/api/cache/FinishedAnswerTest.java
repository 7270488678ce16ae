package io.secplat.api.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FinishedAnswerTest {

    @Test
    void it_weighs_its_bytes_and_tells_the_next_page() {
        FinishedAnswer answer = new FinishedAnswer("[1]".getBytes(StandardCharsets.UTF_8), Optional.of("next"));

        assertThat(answer.weight()).isEqualTo(3);
        assertThat(answer.nextCursor()).contains("next");
    }

    @Test
    void its_tag_changes_with_its_bytes_and_with_nothing_else() {
        assertThat(answer("[1]").tag())
                .isEqualTo(answer("[1]").tag())
                .startsWith("\"")
                .hasSize(34);
        assertThat(answer("[1]").tag()).isNotEqualTo(answer("[2]").tag());
    }

    private static FinishedAnswer answer(String json) {
        return new FinishedAnswer(json.getBytes(StandardCharsets.UTF_8), Optional.empty());
    }
}
