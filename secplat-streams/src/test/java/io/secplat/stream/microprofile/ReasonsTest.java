package io.secplat.stream.microprofile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ReasonsTest {

    private final Reasons reasons = new Reasons();

    @Test
    void what_a_message_added_to_a_reason_is_cut_off() {
        assertThat(reasons.label("unknown_event_type:whatever they sent")).isEqualTo("unknown_event_type");
        assertThat(reasons.label("invalid_payload")).isEqualTo("invalid_payload");
    }

    @Test
    void text_that_is_no_code_is_no_label() {
        assertThat(reasons.label("Bearer abc.def")).isEqualTo("other");
        assertThat(reasons.label("")).isEqualTo("other");
        assertThat(reasons.label(":x")).isEqualTo("other");
        assertThat(reasons.label("a".repeat(65))).isEqualTo("other");
    }

    @Test
    void there_are_never_more_labels_than_the_limit_and_one() {
        Set<String> labels = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            labels.add(reasons.label("reason_" + i));
        }

        assertThat(labels).hasSize(Reasons.MOST + 1).contains("other", "reason_0");
        assertThat(reasons.label("reason_0")).isEqualTo("reason_0");
    }

    @Property
    void a_label_is_a_code_whatever_the_reason(@ForAll String reason) {
        assertThat(reasons.label(reason)).matches("[a-z][a-z0-9_]{0,63}");
    }
}
