package io.secplat.api.postgres;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PatientTaskTest {

    @Test
    void a_database_that_is_away_ends_the_turn_and_not_the_worker() {
        Database away = new Database(() -> {
            throw new DatabaseUnavailableException(new IllegalStateException());
        });
        assertThatCode(() -> new PatientTask(() -> away.change(handle -> {})).run())
                .doesNotThrowAnyException();
    }

    @Test
    void other_failures_are_told() {
        PatientTask task = new PatientTask(() -> {
            throw new IllegalStateException();
        });
        assertThatThrownBy(task::run).isInstanceOf(IllegalStateException.class);
    }
}
